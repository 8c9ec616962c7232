"""The finding of the engine itself when a rule fails."""

from collections.abc import Iterator

from opshandover.findings import Severity
from opshandover.model import OpsDocument
from opshandover.rules.rule import Context, Hit, rule


@rule(
    "RUN001",
    "rule-crashed",
    Severity.ERROR,
    on=OpsDocument,
    message=(
        "规则 {code} 运行失败（{kind}），此处未能检查",
        "the rule {code} failed ({kind}), so this value was not checked",
    ),
    hint=(
        "请把规则代码和文档结构告知规则的作者",
        "report the code of the rule and the structure of the document there to the author of the rule",
    ),
    late=True,
)
def rule_crashed(_document: OpsDocument, _at: Context) -> Iterator[Hit]:
    """A rule raised an error, and the value that it looked at was not checked.

    The other rules go on. What was not checked has not passed, so the document is not ready until the rule is
    fixed or disabled; this finding cannot be ignored or waived.

    zh: 某条规则自身出错，它查看的地方没有检查。
    zh: 其他规则照常进行。没有检查不等于通过，所以在规则修好或停用之前不能定稿；本条不能忽略，也不能豁免。
    """
    return iter(())


RULES = (rule_crashed,)
