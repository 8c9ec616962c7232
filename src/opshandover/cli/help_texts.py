"""The texts of the command line help."""

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
    "先用 new 生成初稿，填写后用 check 检查、用 score 查看缺项，再用 export 导出。",
    "Check, score and export operations documents: handovers between shifts or on leaving a post, "
    "daily work, communication, charters.\n"
    "Start a file with `new`, fill it in, `check` it, use `score` to see what is missing, then `export` it.",
)

STATUSES = {
    0: Text("正常", "success"),
    1: Text(
        "文档有错误，或未达到 --fail-under、--max-warnings 的要求；合并时有冲突待定",
        "a document has errors, or does not meet --fail-under or --max-warnings; a conflict of a merge is open",
    ),
    2: Text("文件或命令无效", "a file or the call is invalid"),
}

COMMON = {
    "--lang": Text(
        "界面和导出的语言；默认依次取环境变量 OPSHANDOVER_LANG、文档的语言、配置，最后用中文",
        "language of messages and exports; default: OPSHANDOVER_LANG, then the language of the document, "
        "then the configuration, then Chinese",
    ),
    "--help": Text("显示帮助", "show this help"),
    "--version": Text("显示版本号", "show the version"),
}
"""Options of every command, and those that click adds."""

NEW = Text(
    "生成一份可以直接填写的初稿（YAML）或表单（HTML、Word）\n"
    "初稿只有一页：必填的内容各有一条示例，建议写的部分各占一行。文件可直接读取，把示例换成实际内容后即可检查和导出。",
    "write a starter file (YAML) or a form (HTML, Word) to be filled in\n"
    "The starter is a page: what is required, with an example of each, and a line for each section that is "
    "recommended. It loads as it is; replace the examples, then check and export it.",
)
CHECK = Text(
    "检查文档，逐条列出问题和修改建议\n"
    "有错误的文档不能定稿，警告和提示不影响定稿。每条问题都标出行列和规则代码，用 rules CODE 查看说明。",
    "check documents, and list each problem with a suggested fix\n"
    "A document with errors is not ready; warnings and notes do not matter for that. Each finding has "
    "its line and the code of its rule: see `rules CODE`.",
)
SCORE = Text(
    "给文档的完整程度评分，并列出下一步\n满分 100 表示该文种需要的内容都已填写，不表示内容属实。有错误时先列出错误。",
    "score how complete documents are, and list what to do next\n"
    "100 means that nothing is missing that this kind of document needs, not that the content is "
    "true. Errors are listed first.",
)
EXPORT = Text(
    "导出文档：Word、HTML、Markdown、JSON 等\n密码等敏感内容一律遮盖。有错误的文档也能导出，并提示仍是草稿。",
    "export documents as Word, HTML, Markdown, JSON …\n"
    "Secrets are masked. Documents with errors are exported too, with a note that they are drafts.",
)
DIFF = Text(
    "比较一份文档的两个版本，逐条列出改动\n"
    "条目按编号识别，没有编号时按名称和内容，移动过的仍是同一条；长文字按行、按词比较。敏感内容一律遮盖。",
    "compare two versions of a document, and list what changed\n"
    "An item is known by its ID, else by its name and content, also where it was moved; long texts are compared by line "
    "and word. Secrets are masked.",
)
MERGE = Text(
    "合并两个人对同一份文档的修改\n"
    "按条目、字段合并，长文字按行、按词合并。双方互相矛盾处列为冲突，暂取 OURS；有冲突待定时退出状态为 1。",
    "join the edits of two people to one document\n"
    "Items and fields are merged, long texts by line and word. Where both sides contradict each other is a conflict, "
    "in which OURS stands; while one is open, the exit status is 1.",
)
READ = Text(
    "读回编辑过的 Word、Markdown、HTML，或读入别人写的文档\n"
    "导出后改过的文件，未改之处一字不差；别人写的文档按标题、标签和表格归位，无处归位的原样保留。"
    "文件夹则读入其中全部文件。列出每处的去向和账目；不加 -o 只看不写。",
    "read edited Word, Markdown and HTML files back, or documents that others wrote\n"
    "A file that was exported and edited gives all unchanged text back letter for letter. Documents of others are "
    "understood by headings, labels and tables; what has no home is kept as it is. A folder stands for all files in it. "
    "Says what became of everything; without -o nothing is written.",
)
READ_FILE = Text("要读的文件或文件夹", "the files or folders to read")
READ_OUT = Text(
    "输出的 .yaml 或 .json 文件，或文件夹；- 为标准输出",
    "the .yaml or .json file to write, or a folder; - for standard output",
)
AGAINST = Text(
    "现在的文档：合并期间双方的修改", "the document as it is today: what both sides changed meanwhile is merged"
)
READ_KIND = Text(
    "文种，文件没有写明时使用；默认推测", "the kind of document, if the file does not say it; default: guessed"
)
MAPPING = Text("标题归位表：已经确认的归位", "a file with places of headings that were confirmed")
SAVE_MAPPING = Text(
    "把推测的归位写入此文件，供确认后使用", "write the guessed places of headings to this file, to be confirmed"
)
READ_OPTION = Text("导入器的选项，如 changes=accept", "an option of the importer, such as changes=accept")
SHOW_REMARKS = Text("列出全部说明", "list all remarks")
RULES = Text(
    "列出全部检查规则，或说明其中一条\n给出代码或名称时，显示该规则的说明和正反示例。",
    "list all rules, or explain one\nWith a code or name, show the page of that rule with a bad and a good example.",
)
EXPORTERS = Text(
    "列出可用的导出格式和选项\n无法加载的导出器也会列出，并说明原因。",
    "list the available export formats and their options\n"
    "Exporters that cannot be loaded are listed too, with the reason.",
)
SCHEMA = Text(
    "输出文件格式的 JSON Schema\n编辑器可据此补全字段、检查写法。",
    "print the JSON Schema of the file format\nEditors use it to complete and validate fields.",
)

OLD = Text("较早的版本", "the earlier version")
NEW_VERSION = Text("较晚的版本", "the later version")
BASE = Text("双方修改之前的共同版本", "the version from which both sides began")
OURS = Text("一方的版本；冲突时暂取这一方", "one side's version, which stands in a conflict")
THEIRS = Text("另一方的版本", "the other side's version")
MERGE_OUT = Text(
    "合并后的 YAML 或 JSON 文件，可以就是 OURS；.docx 则把冲突写成修订和批注，在 Word 里决定；默认输出到标准输出，"
    "合并情况写到标准错误",
    "the YAML or JSON file to write, which may be OURS; .docx has the conflicts as tracked changes and comments, to be "
    "settled in Word; default: standard output, and the report on standard error",
)
KEEP_OURS = Text("所有冲突都取 OURS", "decide all conflicts for OURS")
KEEP_THEIRS = Text("所有冲突都取 THEIRS", "decide all conflicts for THEIRS")
ASK = Text("逐个询问冲突取哪一方", "ask about each conflict")
ASK_IN_FILES = Text(
    "逐个询问冲突取哪一方，以及没有把握的标题归入哪里", "ask about each conflict, and where each unsure heading belongs"
)
OUR_NAME = Text(
    "OURS 是谁的版本，用于说明；默认为文件名", "whose version OURS is, for the report; default: the file name"
)
THEIR_NAME = Text(
    "THEIRS 是谁的版本，用于说明；默认为文件名", "whose version THEIRS is, for the report; default: the file name"
)
EXIT_CODE = Text("有改动时退出状态为 1", "exit with status 1 if anything changed")
MERGE_FORMAT = Text("合并情况的格式：文字或 JSON", "the format of the report: text or JSON")
VERSIONS_OF = Text(
    "这些文件是哪个文件的版本，由其后缀决定格式；用于 Git 的临时文件",
    "of which file these are versions: its suffix is their format; for the temporary files of Git",
)

FILE = Text("文档文件：.yaml、.json 或 .toml", "document files: .yaml, .json or .toml")
PROFILE = Text("文种的名称或标签", "the kind of document, by name or label")
CODE = Text("规则的代码或名称", "the code or name of a rule")
FORMAT = Text("输出格式：供阅读的文字，或供程序使用的 JSON", "output format: text for people, or JSON for programs")
CHECK_FORMAT = Text(
    "输出格式：供阅读的文字或 HTML 网页，或供程序使用的 JSON、JUnit（CI 测试报告）、GitHub 注释、SARIF 2.1.0",
    "output format: text or a page of HTML for people; for programs JSON, JUnit (CI test reports), GitHub annotations, "
    "SARIF 2.1.0",
)
CHECK_OUT = Text("输出文件；默认或写 - 时输出到标准输出", "the output file; default, or with -: standard output")
EXPLAIN = Text(
    "显示一条规则的说明并退出，不检查文件；与 rules CODE 相同",
    "show the page of a rule and exit without checking; same as `rules CODE`",
)
FAIL_UNDER = Text("得分低于该值时，退出状态为 1", "exit with status 1 if a score is below this value")
MAX_WARNINGS = Text("警告多于该数时，退出状态为 1", "exit with status 1 if a document has more warnings than this")
PREVIOUS = Text("前一份文档，用于检查两份文档之间的变化", "the previous document, for rules that compare the two")
SHOW_ALL = Text("列出全部下一步，而不只是前 10 条", "list all next steps, not only the first 10")
NEW_OUT = Text(
    "输出的文件：.yaml 为初稿，.html 或 .docx 为表单；默认把初稿输出到标准输出",
    "the file to write: .yaml for a starter, .html or .docx for a form; default: a starter on standard output",
)
FORCE = Text("覆盖已有的文件", "overwrite an existing file")
RECEIVER = Text(
    "只导出这位接收人要接手的和人人要知道的内容",
    "only what this receiver takes over, and what everybody has to know",
)
FROM = Text(
    "从先前的文档取用：部门、单位、上级、移交人（原接收人）、班次（原接班班次）、联系人、系统、团队",
    "an earlier document to take over from: department, organisation, supervisor, giver (who received), shift "
    "(the one that took over), contacts, systems, team",
)
FULL = Text(
    "写出该文种的全部字段，每个字段上方有说明",
    "write every field of the kind of document, each with a comment above it",
)
ALL_SECTIONS = Text(
    "同 --full，并写出该文种不要求的章节", "as --full, with the sections that this kind of document does not need"
)
TO = Text(
    "导出器名称（见 exporters 命令）或文件后缀，如 docx；不写时由 OUT 的后缀决定",
    "the name of the exporter (see `exporters`) or a suffix such as docx; default: the suffix of OUT",
)
EXPORT_OUT = Text(
    "输出文件；多份文档时为文件夹；- 表示标准输出；默认写入当前文件夹，沿用文档的文件名",
    "the output file; a folder for several documents; - for standard output; default: the document's "
    "file name in the current folder",
)
DRAFT = Text(
    "标出还缺的必填内容，供人补写；相当于 --option placeholders=true",
    "mark required values that are missing, to be filled in; short for --option placeholders=true",
)
SHOW_HIDDEN = Text(
    "列出被遮住的每一处，以便说明哪些不是密码", "list each masked place, to be able to declare which are no secrets"
)
OPTION = Text("导出器的选项，写成 名称=值，可重复", "an option of the exporter as name=value; repeatable")
KEYS = Text("模式接受的键：all、name、zh、en", "the keys that the schema accepts: all, name, zh or en")
SCHEMA_OUT = Text("输出文件；默认输出到标准输出", "the output file; default: standard output")
