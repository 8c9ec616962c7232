"""What was checked or scored: a document as one of its kind, and the file that it came from."""

from functools import partial
from typing import TYPE_CHECKING

from attrs import frozen

from opshandover.profiles.profile import Profile
from opshandover.redaction import excerpt, excerpt_path
from opshandover.text import Lang

if TYPE_CHECKING:
    from opshandover.model.document import OpsDocument  # who only lists kinds of document need not build the model


@frozen(kw_only=True)
class Subject:
    """A document with the kind that it was judged by; results hold it to show themselves.

    What travels between processes or is kept is without secrets: a pickle has a masked document and no text.

    `name` is that of its file, as the user gave it, and `text` what the file holds; both are empty if there is
    none. `start` is the line and column of the document in the text.
    """

    document: "OpsDocument"
    kind: Profile
    name: str = ""
    text: str = ""
    start: tuple[int, int] | None = None

    def __reduce__(self) -> "tuple[partial[Subject], tuple[()]]":
        """Pickle it without secrets."""
        name = str(excerpt_path(self.name))
        return partial(type(self), document=self.without_secrets(), kind=self.kind, name=name), ()

    def shown_name(self, lang: Lang) -> str:
        """What people call it, safe to show: its file, or else its title or kind."""
        if self.name:
            return excerpt_path(self.name)
        title = self.document.title
        return excerpt(title, _LONGEST) if title.strip() else self.kind.label[lang]

    def without_secrets(self) -> "OpsDocument":
        """The document with all secrets in its texts masked."""
        from opshandover.document.secrets import redacted

        return redacted(self.document)


_LONGEST = 120
