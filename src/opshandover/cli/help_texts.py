"""What the help of the command line says."""

from opshandover.text import Text

USAGE = Text("用法：{call}", "Usage: {call}")
OPTIONS_PLACE = Text("[选项]", "[OPTIONS]")
COMMAND_PLACE = Text("[选项] 命令 …", "[OPTIONS] COMMAND …")
ARGUMENTS = Text("参数：", "Arguments:")
OPTIONS = Text("选项：", "Options:")
COMMANDS = Text("命令：", "Commands:")
STATUS = Text("退出状态：", "Exit status:")
CHOICES = Text("：{names}", ": {names}")
DEFAULT = Text("（默认 {default}）", " (default {default})")

ABOUT = Text(
    "检查、评分和导出运营文档：日常交接、离职交接、每日工作、日常沟通、工作总则。\n"
    "先用 new 生成初稿，填写后用 check 检查、用 score 看还缺什么，再用 export 导出。",
    "Checks, scores and exports documents of operations: handovers at a change of shift or post, "
    "daily work, communication, charters.\n"
    "Begin with `new`, fill the file in, `check` it, ask `score` what is missing, and `export` it.",
)

STATUSES = {
    0: Text("一切正常", "all is well"),
    1: Text(
        "文档有错误，或得分低于 --fail-under",
        "a document has errors, or a score is below --fail-under",
    ),
    2: Text("文件或命令无法理解", "a file or the call cannot be understood"),
}

COMMON = {
    "--lang": Text(
        "界面和导出的语言；不写时看环境变量 OPSHANDOVER_LANG，再看文档自己的语言和配置，最后用中文",
        "language of all texts; if not given that of OPSHANDOVER_LANG, then that of the document, "
        "that of the configuration, and Chinese",
    ),
    "--help": Text("显示这段说明", "show this text"),
    "--version": Text("显示版本号", "show the version"),
}
"""The options that every command has, or that click adds."""

NEW = Text(
    "生成一份带说明的初稿（YAML）\n"
    "初稿包含该文种的全部字段，每个字段上方有说明；可以直接被读取，填写后即可检查和导出。",
    "write a starter file with explanations (YAML)\n"
    "The starter has every field of the kind of document, each with a comment above it. It loads "
    "as it is, and is ready to be filled in.",
)
CHECK = Text(
    "检查文档，逐条列出问题和改法\n"
    "错误会使文档不能定稿；警告和提示不会。每条问题都标出行列和规则代码，用 rules 代码 查看说明。",
    "check documents, and say what is wrong and what to do\n"
    "Errors keep a document from being ready, warnings and notes do not. Each finding has its line "
    "and the code of its rule: see `rules CODE`.",
)
SCORE = Text(
    "给文档的完整程度打分，并列出下一步\n满分 100，表示该文种需要的内容都已填写，不表示内容属实。有错误时先列出错误。",
    "score how complete documents are, and say what to do next\n"
    "100 says that nothing is missing which this kind of document needs, not that all is true. "
    "Errors come first in what to do.",
)
EXPORT = Text(
    "导出文档：Word、Markdown、JSON 等\n密码等敏感内容一律涂黑。有错误的文档也能导出，并会提醒它仍是草稿。",
    "export documents as Word, Markdown, JSON …\n"
    "Secrets are blacked out. Documents with errors are exported as well, with a note that they "
    "are drafts.",
)
RULES = Text(
    "列出全部检查规则，或说明其中一条\n给出代码或名称时，显示这条规则的说明和正反例子。",
    "list all rules, or explain one\n"
    "With a code or name, shows what the rule is about, and an example of wrong and right.",
)
EXPORTERS = Text(
    "列出可用的导出格式和选项\n无法加载的导出器也会列出，并说明原因。",
    "list the formats that can be exported, and their options\n"
    "Exporters that cannot be loaded are listed too, with the reason.",
)
SCHEMA = Text(
    "输出文件格式的 JSON Schema\n编辑器可以据此提示字段、检查写法。",
    "give the JSON Schema of the file format\nWith it editors can suggest fields and check what is written.",
)

FILE = Text("文档文件：.yaml、.json 或 .toml", "documents: .yaml, .json or .toml")
PROFILE = Text("文种的名称或标签", "the kind of document, by name or label")
CODE = Text("规则的代码或名称", "the code or name of a rule")
FORMAT = Text("输出给人看的文字，或给程序用的 JSON", "text for people, or JSON for programs")
CHECK_FORMAT = Text(
    "输出给人看的文字，或给程序用的 JSON、JUnit（CI 的测试报告）、GitHub 注释、SARIF 2.1.0",
    "text for people, or for programs JSON, JUnit (test reports of CI), annotations of GitHub, SARIF 2.1.0",
)
CHECK_OUT = Text("写入的文件；不写或写 - 时输出到屏幕", "the file to write; without it, or with -, to the screen")
EXPLAIN = Text(
    "显示一条规则的说明后退出，不检查文件；与 rules CODE 相同",
    "show the page of a rule and exit, without checking; the same as `rules CODE`",
)
FAIL_UNDER = Text("得分低于这个数时，退出状态为 1", "exit with status 1 if a score is below this")
PREVIOUS = Text("前一份文档，用来检查两份之间的变化", "the document before, for the rules that compare the two")
SHOW_ALL = Text("列出全部下一步，不只前 10 条", "list all next steps, not the first 10 alone")
NEW_OUT = Text("写入的 YAML 文件；不写时输出到屏幕", "the YAML file to write; without it, to the screen")
FORCE = Text("覆盖已有的文件", "overwrite a file that is there")
ALL_SECTIONS = Text("连同该文种不要求的部分", "with the sections that this kind does not ask for")
TO = Text("导出器名称，见 exporters", "the exporter's name, see `exporters`")
EXPORT_OUT = Text(
    "写入的文件；多份文档时为文件夹；- 表示标准输出；不写时在当前文件夹按原文件名写入",
    "the file to write; a folder for several documents; - for standard output; without it, the "
    "document's own file name in the current folder",
)
OPTION = Text("导出器的选项，写成 名称=值，可重复", "an option of the exporter, as name=value; repeatable")
KEYS = Text("接受哪些写法的键：all、name、zh、en", "which keys it knows: all, name, zh or en")
SCHEMA_OUT = Text("写入的文件；不写时输出到屏幕", "the file to write; without it, to the screen")
