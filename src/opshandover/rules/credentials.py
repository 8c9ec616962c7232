"""Rules about systems and accounts: access must be handed over, secrets must not be written down."""

from collections.abc import Iterator

from opshandover.document.paths import child_path
from opshandover.document.people import unnamed
from opshandover.document.required import empty
from opshandover.document.secrets import heading_field, secrets_in
from opshandover.findings import Severity
from opshandover.model import CredentialRef, Record, System, SystemKind
from opshandover.model.fields import filled_values
from opshandover.redaction import SIGNS, is_heading, places
from opshandover.rules.predicates import missing, names_nobody
from opshandover.rules.presence_rule import presence_rule
from opshandover.rules.rule import Context, Hit, hit, rule, rules_of
from opshandover.text import Text


@rule(
    "SEC001",
    "plaintext-secret",
    Severity.ERROR,
    on=str,
    where=SIGNS.among,
    one_place=True,
    message=(
        "{field}里好像写着密码或密钥（{n} 处）：{places}",
        "'{field}' seems to contain a password or key ({n} found): {places}",
    ),
    hint=(
        "删去明文并立即更换；改写账号和保管位置，在系统部分用登录凭据登记；如不是密码，在豁免中写明位置和原因",
        "remove it and change it at once; instead give the account and where the secret is kept, as a "
        "credential of a system; if it is no secret, add a waiver with this path and the reason",
    ),
)
def plaintext_secret(text: str, at: Context) -> Iterator[Hit]:
    """A text contains what looks like a password, key or token.

    A handover is mailed, printed and archived, so a secret in it is as good as public. It must be changed, not only
    removed. Exports and messages mask what was found, but no detection is complete. Under a title such as `WiFi
    password`, a value counts even without the word. A waiver has to name the path of the text; exports then show the
    whole text.

    zh: 文字里好像写着密码、密钥或令牌。
    zh: 交接文档会被转发、打印、存档，写在里面的密码等于公开。发现之后只删掉不够，还要更换。
    zh: 导出和提示中会遮住找到的内容，但没有办法保证找全。标题是“WiFi 密码”一类时，内容不带“密码”二字也算。
    zh: 豁免必须写明这段文字的位置，导出时整段文字照原样显示。

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
        yield hit(n=len(found), places=_unabridged(places(text, found)))
    if at.field is heading_field(type(at.owner)) and is_heading(text):
        yield from _under_heading(at.owner)


def _under_heading(owner: Record) -> Iterator[Hit]:
    """The secrets that only the heading of the record reveals."""
    for field, value in filled_values(owner):
        texts: tuple[object, ...] = value if field.many else (value,)
        for i, text in enumerate(texts):
            if not isinstance(text, str) or SIGNS.search(text):
                continue
            if found := secrets_in(text, field, owner):
                path = child_path(field.name, i) if field.many else field.name
                yield hit(path, beside=True, n=len(found), places=_unabridged(places(text, found)))


def _unabridged(text: str) -> Text:
    """A text that is shown whole in a message; it is masked already."""
    return Text(text, text)


@presence_rule(
    "SYS001",
    "system-incomplete",
    Severity.ERROR,
    on=System,
    asks=("credentials", ("operation", "guide")),
    unless={
        "credentials": lambda system, at: (
            system.kind is SystemKind.OFFICE_SOFTWARE or (at.profile.handover and not at.profile.departure)
        )
    },
    severities={"credentials": Severity.WARNING},
    message=("系统“{item}”没有写{field}", "the system '{item}' has no {field}"),
    hint=(
        "写明用哪个账号登录（不写密码）、常用操作怎么做或看哪份手册",
        "give the account to log in with (never the password), and how the system is used, or its guide",
    ),
)
def system_incomplete(_system: System, _at: Context) -> bool:
    """A system has no account to log in with, or no description of its operation.

    The receiver cannot get in, or gets in and does not know what to do. A guide can replace the description. An
    account is a warning; office software needs none, nor does a handover from shift to shift, where everybody has
    their own.

    zh: 系统没有写操作说明，或没有写登录账号（警告）。
    zh: 接收人要么进不去，要么进去了不知道做什么。写了使用手册可以不写操作说明。办公软件不要求账号，换班的交接各有各的账号，也不要求。

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
    joins="field",
    lacks=True,
    thorough=True,
    message=("系统“{item}”没有写{field}", "the system '{item}' has no {field}"),
    hint=(
        "数据库和信息系统写明能看什么、能改什么；要安装的软件写明安装包和授权文件在哪里",
        "for databases and information systems give the permissions to read and change; for software to "
        "install, where installer and licence are kept",
    ),
    traits=("handover",),
)
def system_no_permissions(system: System, _at: Context) -> Iterator[Hit]:
    """A database or information system has no permissions, or software no installer or licence.

    Permissions that are too narrow stop the work on the first day; permissions that are too wide go unnoticed.

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
    joins="what",
    lacks=True,
    covers=("vault_ref",),
    traits=("handover",),
    message=("账号“{item}”没有写{what}", "the account '{item}' does not say {what}"),
    hint=(
        "写保管位置、授权人（找谁开通），以及哪天移交",
        "give the vault entry or who grants access, and the day of the transfer",
    ),
)
def access_no_transfer(credential: CredentialRef, at: Context) -> Iterator[Hit]:
    """In a handover, an account does not say how it is taken over, or when.

    Either where the secret is kept or who grants access is enough. The day is required once the account is marked
    as transferred or the document is final, unless the document has an effective date.

    zh: 交接文档里的账号没有写怎样接手，或没有写哪天移交。
    zh: 保管位置或授权人，写一项就能接手。账号已移交或文档已定稿时要写日期；文档写了生效日期的不再要求。

    Bad::
        systems: {items: [{name: 公众号后台, credentials: [{account: ops@example.com}]}]}
    Good::
        systems: {items: [{name: 公众号后台, credentials: [{account: ops@example.com, granted_by: 陈立}]}]}
    """
    if empty(credential.vault_ref) and unnamed(credential.granted_by):
        yield hit("vault_ref", what=Text("怎样接手", "how to take it over"))
    needs_day = credential.transferred or (at.final and at.document.effective_on is None)
    if needs_day and credential.transferred_on is None:
        yield hit("transferred_on", what=Text("哪天移交", "when it is transferred"))


@rule(
    "SYS004",
    "receiver-not-trained",
    Severity.WARNING,
    on=System,
    traits=("handover",),
    message=("系统“{item}”{what}", "the system '{item}' {what}"),
    hint=(
        "让接收人当面操作一遍，再在“接收人已掌握”写“是”；还不会用的，先安排带教",
        "let the receiver work in it while you watch, then set `receiver_trained`; if they cannot use it "
        "yet, train them first",
    ),
)
def receiver_not_trained(system: System, at: Context) -> Iterator[Hit]:
    """A system goes to a named receiver who cannot use it yet; in a final offboarding handover, this is not known.

    Being able to log in is not being able to do the work. It is a warning, and an error in a final offboarding
    handover, because nobody can show it later.

    zh: 系统要交给指定的接收人，却写明接收人还不会用；离职交接定稿时，没有写会不会用。
    zh: 能登录不等于会用。这是警告；离职交接定稿后为错误，因为以后没有人可以教。

    Bad::
        receivers: [王敏]
        systems: {items: [{name: 工单系统, purpose: 受理和分派客户问题, receiver_trained: false}]}
    Good::
        receivers: [王敏]
        systems: {items: [{name: 工单系统, purpose: 受理和分派客户问题, receiver_trained: true}]}
    """
    receivers = at.document.receivers
    if all(map(names_nobody, receivers)) or system.receiver_trained or empty(system):
        return
    last_chance = at.final and at.profile.departure
    if system.receiver_trained is None and not last_chance:
        return
    severity = Severity.ERROR if last_chance else None
    untrained = Text("接收人还不会用", "cannot be used by the receiver yet")
    unknown = Text("没有写接收人是否会用", "does not say whether the receiver can use it")
    yield hit("receiver_trained", severity, what=unknown if system.receiver_trained is None else untrained)


RULES = rules_of(__name__)
