"""Rules about systems and accounts: the way in has to be handed over, the secret must not be."""

from collections.abc import Iterator

from opshandover.document.required import empty
from opshandover.document.secrets import heading_field, secrets_in
from opshandover.findings import Severity
from opshandover.model import CredentialRef, Record, System, SystemKind
from opshandover.model.fields import filled_values as given
from opshandover.redaction import SIGNS, is_heading
from opshandover.rules.predicates import missing, unnamed, vague
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Hit, Place, hit, rule, rules_of
from opshandover.text import Text


@rule(
    "SEC001",
    "plaintext-secret",
    Severity.ERROR,
    on=str,
    where=SIGNS,
    message=("{field}里好像写着密码或密钥（{n} 处）", "'{field}' seems to hold a password or a key ({n} in all)"),
    hint=(
        "删去明文并立即更换；改写账号和保管位置，在系统部分用登录凭据登记",
        "remove it and change it at once; give the account and where the secret is kept instead, as a "
        "credential of a system",
    ),
)
def plaintext_secret(text: str, at: Place) -> Iterator[Hit]:
    """A text holds what looks like a password, a key or a token.

    A handover is mailed, printed and archived; a secret in it is known to everyone who ever sees it. Finding it
    here is also too late: it has to be changed, not only removed. Exports and messages hide what was found, yet no
    list of forms finds everything. Below a title such as `WiFi password` a value needs no word of its own.

    zh: 文字里好像写着密码、密钥或令牌。
    zh: 交接文档会被转发、打印、存档，写在里面的密码等于公开。发现之后只删掉不够，还要更换。
    zh: 导出和提示中会遮住找到的内容，但没有办法保证找全。标题是“WiFi 密码”一类时，内容不带“密码”二字也算。

    Bad::
        systems: {items: [{name: 商城后台, operation: 用 admin 登录，密码：Abc@12345}]}
    Good::
        systems:
          items:
            - name: 商城后台
              operation: 用 admin 登录，密码见密码库
              credentials: [{account: admin, vault_ref: 密码库的“商城后台”条目}]
    """
    if at.field is None or at.owner is None:
        return
    if found := secrets_in(text, at.field, at.owner):
        yield hit(n=len(found))
    if at.field is heading_field(type(at.owner)) and is_heading(text):
        yield from _below(at.owner)


def _below(owner: Record) -> Iterator[Hit]:
    """Gives what is a secret only because the record has the name of one."""
    for field, value in given(owner):
        texts: tuple[object, ...] = value if field.many else (value,)
        for i, text in enumerate(texts):
            if not isinstance(text, str) or SIGNS.search(text):
                continue
            if found := secrets_in(text, field, owner):
                where = f"{field.name}[{i}]" if field.many else field.name
                yield hit(where, beside=True, n=len(found))


@presence_rule(
    "SYS001",
    "system-incomplete",
    Severity.ERROR,
    on=System,
    asks=("credentials", ("operation", "guide")),
    unless={"credentials": lambda system, _: system.kind is SystemKind.OFFICE_SOFTWARE},
    message=("系统“{item}”没有写{field}", "the system '{item}' has no {field}"),
    hint=(
        "写明用哪个账号登录（不写密码）、常用操作怎么做或看哪份手册",
        "say which account opens it (never the password), and how it is used, or which guide explains it",
    ),
)
def system_incomplete(_system: System, _at: Place) -> bool:
    """A system lacks the account to log in with, or how it is operated.

    The receiver stands before a closed door, or behind it without knowing what to do. A guide stands for the
    operation; office software needs no account.

    zh: 系统没有写登录账号或操作说明。
    zh: 接收人要么进不去，要么进去了不知道做什么。写了使用手册可以不写操作说明，办公软件不要求账号。

    Bad::
        systems: {items: [{name: 工单系统}]}
    Good::
        systems:
          items:
            - name: 工单系统
              credentials: [{account: ops-duty, vault_ref: 密码库的“工单系统”条目}]
              operation: 在“待分派”里按区域指派，超过两小时的先处理
    """
    return True


@rule(
    "SYS002",
    "system-no-permissions",
    Severity.WARNING,
    on=System,
    message=("系统“{item}”没有写{field}", "the system '{item}' has no {field}"),
    hint=(
        "数据库和信息系统写明能看什么、能改什么；要安装的软件写明安装包和授权文件在哪里",
        "for databases and information systems say what one may see and change; for software to be "
        "installed, where installer and licence are kept",
    ),
    traits=("handover",),
)
def system_no_permissions(system: System, _at: Place) -> Iterator[Hit]:
    """A database or information system states no permissions, or software no installer or licence.

    Rights that are too narrow stop the work on the first day; rights that are too wide go unseen.

    zh: 数据库或信息系统没有写权限，或要安装的软件没有写安装包和授权文件的位置。
    zh: 权限小了第一天就做不了事，大了没有人察觉。

    Bad::
        systems: {items: [{name: 订单库, kind: database}]}
    Good::
        systems: {items: [{name: 订单库, kind: database, permissions: [只读订单表和退款表]}]}
    """
    if system.kind in (SystemKind.DATABASE, SystemKind.INFORMATION_SYSTEM):
        yield from missing(system, "permissions")
    for i, licence in enumerate(system.licenses):
        for part in missing(licence, "installer_ref", "license_ref"):
            yield hit(f"licenses[{i}].{part.field}")


@rule(
    "SYS003",
    "access-no-transfer",
    Severity.WARNING,
    on=CredentialRef,
    covers=("vault_ref",),
    traits=("handover",),
    message=("账号“{item}”没有写{what}", "nothing says {what} the account '{item}'"),
    hint=(
        "写保管位置、授权人（找谁开通），以及哪天移交",
        "give the vault's entry or who grants access, and the day of the transfer",
    ),
)
def access_no_transfer(credential: CredentialRef, at: Place) -> Iterator[Hit]:
    """In a handover, an account comes without a way to take it over, or without a day.

    A way is the place where the secret is kept, or somebody who grants access. The day is asked for once the
    account is said to be transferred, or the document to be final, unless the document itself says from when the
    receiver is responsible.

    zh: 交接文档里的账号没有写怎样接手，或没有写哪天移交。
    zh: 保管位置或授权人，写一项就能接手。账号已移交或文档已定稿时要写日期；文档写了生效日期的不再要求。

    Bad::
        systems: {items: [{name: 公众号后台, credentials: [{account: ops@example.com}]}]}
    Good::
        systems: {items: [{name: 公众号后台, credentials: [{account: ops@example.com, granted_by: 陈立}]}]}
    """
    if empty(credential.vault_ref) and unnamed(credential.granted_by):
        yield hit("vault_ref", what=Text("怎样接手", "how to take over"))
    due = credential.transferred or (at.final and at.document.effective_on is None)
    if due and credential.transferred_on is None:
        yield hit("transferred_on", what=Text("哪天移交", "on which day one receives"))


@rule(
    "SYS004",
    "receiver-not-trained",
    Severity.WARNING,
    on=System,
    traits=("handover",),
    message=("系统“{item}”{what}", "the system '{item}' {what}"),
    hint=(
        "让接收人当面操作一遍，再在 receiver_trained（接收人已掌握）写 true；还不会用的，先安排带教",
        "let the receiver do the work in it while you watch, then set `receiver_trained`; if that does not "
        "go well, train them first",
    ),
)
def receiver_not_trained(system: System, at: Place) -> Iterator[Hit]:
    """A system passes to somebody by name, and nothing says that they can work with it.

    To be able to log in is not to be able to do the work. It is a warning, whether nobody has asked or the receiver
    cannot do it yet; an error when the giver of a final document leaves for good, because nobody can show it later.

    zh: 系统要交给指定的接收人，却没有写接收人会不会用，或写明了还不会用。
    zh: 能登录不等于会用。没有问过和还不会用都是警告；离职交接定稿后为错误，因为以后没有人可以教。

    Bad::
        receivers: [王敏]
        systems: {items: [{name: 工单系统, purpose: 受理和分派客户问题}]}
    Good::
        receivers: [王敏]
        systems: {items: [{name: 工单系统, purpose: 受理和分派客户问题, receiver_trained: true}]}
    """
    receivers = at.document.receivers
    named = any(not (unnamed(one) or vague(one.name)) for one in receivers)
    if not named or system.receiver_trained or empty(system):
        return
    gravity = Severity.ERROR if at.final and at.profile.departure else None
    asked = system.receiver_trained is not None
    cannot = Text("接收人还不会用", "is one that the receiver cannot use yet")
    silent = Text("没有写接收人是否会用", "does not say whether the receiver can use it")
    yield hit("receiver_trained", gravity, what=cannot if asked else silent)


RULES = rules_of(__name__)
