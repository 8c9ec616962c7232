"""The result of reading a file that people edited or wrote."""

from attrs import frozen

from opshandover.continuity.ledger import Ledger
from opshandover.model.document import OpsDocument
from opshandover.remarks import Remark


@frozen(kw_only=True)
class Part:
    """One document that a file holds, with the remarks on it and the account of its texts."""

    document: OpsDocument
    remarks: tuple[Remark, ...] = ()
    ledger: Ledger
