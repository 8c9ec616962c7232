"""Rules about projects: their state, their challenges and their outlook."""

import re
from collections.abc import Iterator

from opshandover.document.people import unnamed
from opshandover.findings import Severity
from opshandover.model import OpsDocument, Project, ProjectStatus
from opshandover.rules.predicates import has_any
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.text import Text

_SUFFIX = re.compile(r"(?:部门|部|组|中心|\s+(?:department|dept\.?|team|group))$", re.IGNORECASE)


@presence_rule(
    "PRJ001",
    "project-incomplete",
    Severity.ERROR,
    on=Project,
    asks=(("status", "situation"), "members", ("tasks", "milestones", "key_results", "next_step")),
    unless={"members": lambda project, at: not at.profile.departure and not unnamed(project.owner)},
    severities={"members": Severity.WARNING, "tasks": Severity.WARNING},
    message=("项目“{item}”没有写{field}", "the project '{item}' has no {field}"),
    hint=(
        "写明现状，再写成员以及已完成和待完成的任务",
        "give its current state, its members, and its tasks, done and open",
    ),
)
def project_incomplete(_project: Project, _at: Context) -> bool:
    """A project has no current state, no members or no tasks.

    Without its state nobody knows where to continue, which is an error; missing members or tasks (milestones, key
    results or a next step will do) are warnings. Members are asked where the owner leaves for good, or nobody owns the project.

    zh: 项目没有写现状，或没有写成员和任务。
    zh: 不知道现状就无从接续，为错误；成员、任务（里程碑、关键成果或下一步也可以）为警告。写了负责人的，离职交接才要求成员。

    Bad::
        projects: {items: [{name: 会员改版}]}
    Good::
        projects:
          items:
            - name: 会员改版
              status: running
              members: [王敏, 李想]
              tasks: [{title: 上线积分商城, status: not_started}]
    """
    return True


@rule(
    "PRJ002",
    "challenge-no-solution",
    Severity.ERROR,
    on=Project,
    message=(
        "项目“{item}”的难点“{challenge}”没有写解决办法或建议",
        "the challenge '{challenge}' of the project '{item}' has no solution or advice",
    ),
    hint=("在难点里写解决思路、处理指引或下一步", "give the challenge an approach, guidance or a next step"),
)
def challenge_no_solution(project: Project, _at: Context) -> Iterator[Hit]:
    """A challenge of a project has no solution and no advice.

    The people who worked on the project know best how to deal with it; without their advice, the receiver has to
    start from scratch.

    zh: 项目写了难点，却没有解决办法，也没有建议。
    zh: 做过这个项目的人最清楚该怎么办；只交难点，接手的人要从头想起。

    Bad::
        projects: {items: [{name: 会员改版, challenges: [{title: 老会员的积分无法折算}]}]}
    Good::
        projects:
          items:
            - name: 会员改版
              challenges:
                - {title: 老会员的积分无法折算, approach: 按 2025 年的兑换比例一次折清，差额用优惠券补}
    """
    answers = ("approach", "actions_taken", "response", "guidance", "next_step")
    for i, challenge in enumerate(project.challenges):
        if challenge.open and not has_any(challenge, *answers):
            yield hit(f"challenges[{i}]", challenge=challenge.title)


@presence_rule(
    "PRJ003",
    "project-no-outlook",
    Severity.WARNING,
    on=Project,
    asks=(("next_step", "future_focus", "suggestions"),),
    by_trait={"departure": Severity.ERROR},
    message=(
        "项目“{item}”没有写今后的重点、下一步或建议",
        "the project '{item}' has no future focus, next step or suggestion",
    ),
    hint=(
        "写“下一步”“后续重点”或“建议”",
        "give `next_step`, `future_focus` or `suggestions`",
    ),
)
def project_no_outlook(project: Project, _at: Context) -> bool:
    """An open project has no future focus, next step or suggestions.

    One of the three is enough. In an offboarding handover it is an error, because nobody can be asked later.

    zh: 未结束的项目没有写后续重点、下一步或建议。
    zh: 三者写一项即可。离职交接中为错误，因为以后没有人可以问。

    Bad::
        projects: {items: [{name: 会员改版, status: running}]}
    Good::
        projects: {items: [{name: 会员改版, status: running, next_step: 与技术部确认积分商城的上线日期}]}
    """
    return project.open


@presence_rule(
    "PRJ004",
    "project-not-documented",
    Severity.WARNING,
    on=Project,
    thorough=True,
    asks=("documents", ("due", "next_check", "milestones"), "milestones"),
    unless={
        "documents": lambda _, at: not (at.final or at.profile.departure),
        "due": lambda project, at: not project.open or at.profile.departure,
        "milestones": lambda project, at: not (project.open and at.profile.departure),
    },
    message=("项目“{item}”没有写{field}", "the project '{item}' has no {field}"),
    hint=(
        "写明计划书、总结等在哪里；未结束的项目写截止日期或里程碑，离职交接要有里程碑",
        "give the location of its plan and summaries; for an open project, a due date or milestones, and in an "
        "offboarding handover milestones",
    ),
)
def project_not_documented(_project: Project, _at: Context) -> bool:
    """A project has no documents, or an open one neither a due date nor milestones.

    What is not in the summary is in the documents, provided that one knows where they are: they are asked for in final
    documents and offboarding handovers. A project without a date
    is never late, and so never finished. In an offboarding handover the due date is not enough: milestones are
    required.

    zh: 项目没有写相关文档（离职交接和定稿的文档才要求）；或未结束的项目既没有截止日期，也没有里程碑。
    zh: 总结里没有的内容要到文档里去找，前提是知道文档在哪里。没有日期的项目永远不会“延迟”，也就永远做不完。离职交接只写截止日期不够，还要写中间的里程碑。

    Bad::
        projects: {items: [{name: 会员改版, status: running}]}
    Good::
        projects:
          items:
            - name: 会员改版
              status: running
              due: 2027-03-31
              documents: [{title: 会员改版计划书, location: 知识库的“项目”栏目}]
    """
    return True


@rule(
    "PRJ005",
    "department-without-counterpart",
    Severity.WARNING,
    on=Project,
    joins="department",
    thorough=True,
    message=("项目“{item}”没有写“{department}”由谁对接", "the project '{item}' has no counterpart in '{department}'"),
    hint=(
        "在“对接人”给每个相关部门写一个联系人，写明部门",
        "name one contact for each department under `counterparts`, with the department",
    ),
)
def department_without_counterpart(project: Project, at: Context) -> Iterator[Hit]:
    """An open project of several departments does not name a counterpart in each of them.

    The giver knows whom to call; the receiver only knows the name of the department. A project member from the
    department counts, and one's own department needs none. If there are as many counterparts as departments, each is
    assumed to have one.

    zh: 涉及几个部门的未结束项目，没有写每个部门由谁对接。
    zh: 移交人知道打给谁，接收人只知道部门的名字。项目成员里有该部门的人也可以；本部门不要求；对接人与部门一样多时，视为各有一人。

    Bad::
        projects: {items: [{name: 会员改版, departments: [技术部, 财务部]}]}
    Good::
        projects:
          items:
            - name: 会员改版
              departments: [技术部, 财务部]
              counterparts:
                - {person: {name: 高远, department: 技术部}, relationship: 接口和上线}
                - {person: {name: 唐敏, department: 财务部}, relationship: 积分入账}
    """
    departments, counterparts = project.departments, project.counterparts
    if not project.open or len(departments) <= 1 or len(counterparts) >= len(departments):
        return
    people = [c.person for c in counterparts] + [*project.members, project.owner]
    texts = [text for p in people if p for text in (p.department, p.role)]
    texts += [contact.relationship for contact in counterparts]
    texts += _own_departments(at.document)
    for department in departments:
        if not any(_without_suffix(department) in text for text in texts):
            yield hit("counterparts", department=department)


def _own_departments(document: OpsDocument) -> list[str]:
    """The departments of the document, its giver and its receivers, which need no counterpart."""
    people = (document.giver, *document.receivers)
    return [document.department, *(p.department for p in people if p)]


def _without_suffix(department: str) -> str:
    """The name of a department without words such as “department”: 技术 of 技术部 and 技术组."""
    return _SUFFIX.sub("", department.strip()) or department.strip()


@rule(
    "PRJ006",
    "project-half-told",
    Severity.WARNING,
    on=Project,
    joins="what",
    lacks=True,
    thorough=True,
    traits=("handover",),
    message=("项目“{item}”没有写{what}", "the project '{item}' does not say {what}"),
    hint=(
        "任务分别列出已完成和待完成的；里程碑也可以，已完成的还可以写在关键成果里",
        "list the tasks that are done and those that are open; milestones will do, and key results for what is done",
    ),
)
def project_half_told(project: Project, _at: Context) -> Iterator[Hit]:
    """A handover lists only what is done in a project, or only what is still open.

    Someone who knows only the open part repeats finished work; someone who knows only the results believes that all is
    done. A project that has not begun needs nothing done, one that has ended nothing open. If nothing is listed at
    all, PRJ001 reports it.

    zh: 交接里的项目只列了已完成的，或只列了待完成的。
    zh: 只知道剩下什么，会把做过的再做一遍；只知道成果，会以为已经做完。尚未开始的项目不要求已完成的，已结束的不要求待完成的；两样都没有列，由 PRJ001 检查。

    Bad::
        projects:
          items: [{name: 会员改版, status: running, tasks: [{title: 上线积分商城, status: not_started}]}]
    Good::
        projects:
          items:
            - name: 会员改版
              status: running
              tasks:
                - {title: 确定积分规则, status: done, result: 规则已由财务部确认}
                - {title: 上线积分商城, status: not_started}
    """
    if not has_any(project, "tasks", "milestones", "key_results"):
        return
    done = [not task.open for task in project.tasks] + [m.done for m in project.milestones]
    begun = project.status is not ProjectStatus.PLANNED and project.progress != 0
    if begun and not any(done) and not has_any(project, "key_results"):
        yield hit("tasks", what=Text("已完成的部分", "what is done"))
    if project.open and all(done):
        yield hit("tasks", what=Text("待完成的部分", "what is still open"))


RULES = rules_of(__name__)
