"""What a document is: a header, sections, and the values that they are made of."""

from opshandover.model.assets import AccessAction, AccessChange, Asset, AssetKind, Assets
from opshandover.model.base import (
    Absence,
    Cadence,
    Horizon,
    Level,
    Money,
    NotApplicable,
    Nothing,
    Period,
    Priority,
    Prose,
    Record,
    ReviewCycle,
    Section,
    Shift,
    When,
)
from opshandover.model.changes import Change, Changes, ChangeStatus
from opshandover.model.channels import Channel
from opshandover.model.choice import Choice
from opshandover.model.communication import (
    Audience,
    CommKind,
    CommRecord,
    Communication,
    Decision,
    DecisionTopic,
    Meeting,
    MeetingKind,
    SharedInfoKind,
)
from opshandover.model.culture import Culture, Norm, NormKind, Recognition
from opshandover.model.customers import Customer, Customers, SpecialRequest
from opshandover.model.data import (
    AnalysisMethod,
    DataAnalysis,
    DataDomain,
    DataReport,
    KpiPreset,
    Metric,
    Research,
    ResearchMethod,
    ResearchSubject,
)
from opshandover.model.document import FreeSection, OpsDocument
from opshandover.model.documents import DocumentKind, DocumentRef, Documents
from opshandover.model.feedback import FeedbackMechanism, FeedbackSource
from opshandover.model.goals import Goal, GoalKind, Goals
from opshandover.model.governance import Definition, Governance
from opshandover.model.handover import HandoverItem, HandoverPhase, HandoverPlan, HandoverStatus
from opshandover.model.header import DocumentState, Header, Language, PreviousDocument, Waiver
from opshandover.model.improvement import Improvement, ImprovementItem, ImprovementMeans, ImprovementScope
from opshandover.model.issues import Issue, IssueKind, Issues, IssueStatus
from opshandover.model.items import OpenItem
from opshandover.model.keydates import KeyDate, KeyDateKind, KeyDates
from opshandover.model.notes import Note, NoteKind, Notes
from opshandover.model.partners import Partner, Partners, PartnershipKind, PartnershipStatus
from opshandover.model.people import Contact, ContactKind, Contacts, Member, Person, Team
from opshandover.model.performance import Evaluation, Performance, Reward, RewardKind
from opshandover.model.planning import Campaign, WorkPlan
from opshandover.model.processes import Process, Processes, ProcessStep
from opshandover.model.projects import Project, ProjectKind, Projects, ProjectStatus
from opshandover.model.quality import QualityStandard, QualityStandards
from opshandover.model.resources import ChannelKind, Resource, ResourceKind, Resources
from opshandover.model.responsibilities import FunctionGroup, Responsibilities, Responsibility
from opshandover.model.review import Review
from opshandover.model.risks import Risk, RiskKind, Risks, RiskStatus
from opshandover.model.routine import Question, RoutineWork
from opshandover.model.signoff import SignatoryRole, Signature, SignDecision, SignOff
from opshandover.model.support import Support
from opshandover.model.systems import CredentialRef, License, System, SystemKind, Systems
from opshandover.model.tasks import Event, Milestone, Overview, Task, TaskStatus, WorkCategory, WorkProgress
from opshandover.model.training import Training, TrainingKind, TrainingMode, TrainingSession, TrainingTopic

__all__ = [
    "Absence",
    "AccessAction",
    "AccessChange",
    "AnalysisMethod",
    "Asset",
    "AssetKind",
    "Assets",
    "Audience",
    "Cadence",
    "Campaign",
    "Change",
    "ChangeStatus",
    "Changes",
    "Channel",
    "ChannelKind",
    "Choice",
    "CommKind",
    "CommRecord",
    "Communication",
    "Contact",
    "ContactKind",
    "Contacts",
    "CredentialRef",
    "Culture",
    "Customer",
    "Customers",
    "DataAnalysis",
    "DataDomain",
    "DataReport",
    "Decision",
    "DecisionTopic",
    "Definition",
    "DocumentKind",
    "DocumentRef",
    "DocumentState",
    "Documents",
    "Evaluation",
    "Event",
    "FeedbackMechanism",
    "FeedbackSource",
    "FreeSection",
    "FunctionGroup",
    "Goal",
    "GoalKind",
    "Goals",
    "Governance",
    "HandoverItem",
    "HandoverPhase",
    "HandoverPlan",
    "HandoverStatus",
    "Header",
    "Horizon",
    "Improvement",
    "ImprovementItem",
    "ImprovementMeans",
    "ImprovementScope",
    "Issue",
    "IssueKind",
    "IssueStatus",
    "Issues",
    "KeyDate",
    "KeyDateKind",
    "KeyDates",
    "KpiPreset",
    "Language",
    "Level",
    "License",
    "Meeting",
    "MeetingKind",
    "Member",
    "Metric",
    "Milestone",
    "Money",
    "Norm",
    "NormKind",
    "NotApplicable",
    "Note",
    "NoteKind",
    "Notes",
    "Nothing",
    "OpenItem",
    "OpsDocument",
    "Overview",
    "Partner",
    "Partners",
    "PartnershipKind",
    "PartnershipStatus",
    "Performance",
    "Period",
    "Person",
    "PreviousDocument",
    "Priority",
    "Process",
    "ProcessStep",
    "Processes",
    "Project",
    "ProjectKind",
    "ProjectStatus",
    "Projects",
    "Prose",
    "QualityStandard",
    "QualityStandards",
    "Question",
    "Recognition",
    "Record",
    "Research",
    "ResearchMethod",
    "ResearchSubject",
    "Resource",
    "ResourceKind",
    "Resources",
    "Responsibilities",
    "Responsibility",
    "Review",
    "ReviewCycle",
    "Reward",
    "RewardKind",
    "Risk",
    "RiskKind",
    "RiskStatus",
    "Risks",
    "RoutineWork",
    "Section",
    "SharedInfoKind",
    "Shift",
    "SignDecision",
    "SignOff",
    "SignatoryRole",
    "Signature",
    "SpecialRequest",
    "Support",
    "System",
    "SystemKind",
    "Systems",
    "Task",
    "TaskStatus",
    "Team",
    "Training",
    "TrainingKind",
    "TrainingMode",
    "TrainingSession",
    "TrainingTopic",
    "Waiver",
    "When",
    "WorkCategory",
    "WorkPlan",
    "WorkProgress",
]
