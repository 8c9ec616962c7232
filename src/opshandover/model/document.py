"""The document: a header, and one field for each section."""

from typing import ClassVar

from attrs import field, fields

from opshandover.model.assets import Assets
from opshandover.model.base import Absence, Prose, Record, Section, record
from opshandover.model.changes import Changes
from opshandover.model.communication import Communication
from opshandover.model.culture import Culture
from opshandover.model.customers import Customers
from opshandover.model.data import DataAnalysis
from opshandover.model.documents import Documents
from opshandover.model.goals import Goals
from opshandover.model.governance import Governance
from opshandover.model.handover import HandoverPlan
from opshandover.model.header import Header
from opshandover.model.improvement import Improvement
from opshandover.model.issues import Issues
from opshandover.model.keydates import KeyDates
from opshandover.model.notes import Notes
from opshandover.model.partners import Partners
from opshandover.model.people import Contacts, Team
from opshandover.model.performance import Performance
from opshandover.model.planning import WorkPlan
from opshandover.model.processes import Processes
from opshandover.model.projects import Projects
from opshandover.model.quality import QualityStandards
from opshandover.model.resources import Resources
from opshandover.model.responsibilities import Responsibilities
from opshandover.model.review import Review
from opshandover.model.risks import Risks
from opshandover.model.routine import RoutineWork
from opshandover.model.signoff import SignOff
from opshandover.model.support import Support
from opshandover.model.systems import Systems
from opshandover.model.tasks import Overview, WorkProgress
from opshandover.model.training import Training
from opshandover.redaction import excerpt
from opshandover.showing import Showing
from opshandover.spec import REQUIRED, Spec, spec
from opshandover.text import Text


@record(kw_only=True)
class FreeSection(Record):
    """A section of the author's own, for content that fits no other section."""

    label: ClassVar[Text] = Text("自由章节", "Free section")

    title: str = field(default="", metadata=spec("标题", "Title", "章节标题", "What the section is called", REQUIRED))
    body: Prose = field(
        default="", metadata=spec("正文", "Body", "正文，可用 Markdown", "The text, in Markdown", REQUIRED)
    )


def _section(cls: type[Section]) -> dict[str, Spec]:
    """The label and hint of the section's class; its need depends on the profile."""
    return spec(cls.label.zh, cls.label.en, cls.hint.zh, cls.hint.en)


@record(kw_only=True)
class OpsDocument(Header, Showing):
    """An operations document of any kind.

    `str()` is a summary in a few lines, and so is what a notebook shows.

    The fields of the header come first, then one field for each section. A section is absent
    (`None`), present, confirmed to have nothing to report (`Nothing`), or left out on purpose
    (`NotApplicable`). What each kind of document needs is defined by its profile.
    """

    label: ClassVar[Text] = Text("运营文档", "Operations document")

    overview: Overview | Absence | None = field(default=None, metadata=_section(Overview))
    changes: Changes | Absence | None = field(default=None, metadata=_section(Changes))
    responsibilities: Responsibilities | Absence | None = field(default=None, metadata=_section(Responsibilities))
    work_progress: WorkProgress | Absence | None = field(default=None, metadata=_section(WorkProgress))
    projects: Projects | Absence | None = field(default=None, metadata=_section(Projects))
    routine_work: RoutineWork | Absence | None = field(default=None, metadata=_section(RoutineWork))
    work_plan: WorkPlan | Absence | None = field(default=None, metadata=_section(WorkPlan))
    goals: Goals | Absence | None = field(default=None, metadata=_section(Goals))
    issues: Issues | Absence | None = field(default=None, metadata=_section(Issues))
    risks: Risks | Absence | None = field(default=None, metadata=_section(Risks))
    data_analysis: DataAnalysis | Absence | None = field(default=None, metadata=_section(DataAnalysis))
    resources: Resources | Absence | None = field(default=None, metadata=_section(Resources))
    systems: Systems | Absence | None = field(default=None, metadata=_section(Systems))
    assets: Assets | Absence | None = field(default=None, metadata=_section(Assets))
    documents: Documents | Absence | None = field(default=None, metadata=_section(Documents))
    key_dates: KeyDates | Absence | None = field(default=None, metadata=_section(KeyDates))
    team: Team | Absence | None = field(default=None, metadata=_section(Team))
    contacts: Contacts | Absence | None = field(default=None, metadata=_section(Contacts))
    customers: Customers | Absence | None = field(default=None, metadata=_section(Customers))
    partners: Partners | Absence | None = field(default=None, metadata=_section(Partners))
    processes: Processes | Absence | None = field(default=None, metadata=_section(Processes))
    quality_standards: QualityStandards | Absence | None = field(default=None, metadata=_section(QualityStandards))
    performance: Performance | Absence | None = field(default=None, metadata=_section(Performance))
    communication: Communication | Absence | None = field(default=None, metadata=_section(Communication))
    culture: Culture | Absence | None = field(default=None, metadata=_section(Culture))
    improvement: Improvement | Absence | None = field(default=None, metadata=_section(Improvement))
    training: Training | Absence | None = field(default=None, metadata=_section(Training))
    support: Support | Absence | None = field(default=None, metadata=_section(Support))
    handover_plan: HandoverPlan | Absence | None = field(default=None, metadata=_section(HandoverPlan))
    review: Review | Absence | None = field(default=None, metadata=_section(Review))
    notes: Notes | Absence | None = field(default=None, metadata=_section(Notes))
    governance: Governance | Absence | None = field(default=None, metadata=_section(Governance))
    sign_off: SignOff | Absence | None = field(default=None, metadata=_section(SignOff))
    extra: tuple[FreeSection, ...] = field(
        default=(),
        metadata=spec(
            "其他内容",
            "Further sections",
            "没有合适章节的内容，标题加正文",
            "What has no home elsewhere: a title and a text",
        ),
    )

    def __repr__(self) -> str:
        """Count the sections: all that a document holds fills pages, and may hold a secret."""
        own = fields(OpsDocument)[len(fields(Header)) :]
        sections = sum(getattr(self, a.name) != a.default for a in own)
        return f"<OpsDocument {self.profile!r} {excerpt(self.title)!r}, {sections} sections>"
