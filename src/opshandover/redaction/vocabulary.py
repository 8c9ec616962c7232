"""The words that redaction knows, each list by what its words mean.

A `_` stands for any or no sign between two parts of a word: `api_key` is also `API key` and `apikey`.
"""

# Values

SUFFIXES = tuple(
    """7z bak bat bmp cfg cjs cnf conf crt csr css csv db doc docx env gif git go gz htm html ico ini ipynb jar jpeg
    jpg js json jsx kdbx key lock log md mjs mov mp3 mp4 parquet pdf pem pkl png ppt pptx ps1 pub py rar rb sh sql
    sqlite sqlite3 svg tar tgz toml ts tsv tsx txt war webp xls xlsx xml yaml yml zip""".split()
)
"""What the names of files end in."""
KEEPERS = frozenset(
    """1password 2fa 3fa ansible authenticator bitwarden chrome confluence duo edge email excel gitlab iam icloud jenkins
    jumpserver keepass keepassxc keychain kms lastpass ldap mfa notion oidc okta openssl otp passkey pwgen sms sso ukey
    vault wechat wiki""".split()
)
"""Programs and services that keep or make passwords, which `password:` may be followed by."""
REMARKS = frozenset(
    """a above account ad again all allow also always an and any args array as asap ask at auth authentication
    authorization available avoid back bad basic bearer because below blank boolean both bound broken by bytes ca case
    changed char cheers chosen common complex comply confidential contact date dead default disabled done due dunno easy
    email empty encrypted enough ensure error expire expired expires failed false field fields find fine forgotten found free
    from given gone good handed hard hash have he held hello here hers hidden his how i id identical idk if in incorrect input int
    integer invalid ip is it keep kept key keys later left like live lock lol long lost made make managed mandatory match
    maybe md5 meet mine missing morning must my n/a name never new nil no none nope not noted nothing now null number
    numeric oauth of off ok okay old omitted on one only optional or ours out pair pairs part passphrase passphrases passwd
    password pending per perfect plain please prevent protect protected protection provided put pw pwd read ready
    redacted reduce reflect removed renew req request require required reset revoked right rotate rotated safe same
    secret see self sent set shared she short should simple sorry stale still stop stored str string strong stuck
    success sure taken tbd text thanks that the theirs there they this thx to todo token too transferred true type
    unchanged undefined under unknown unlock unset up use user username using validate value values varchar via void wait was we weak
    what when where whether who why will with work works written wrong yeah yep yes you yours""".split()
)
"""Words that speak of a password instead of being one."""
NO_PASSWORDS = frozenset(
    """artifacts awk brute cli code cut days deploy emails errors etc fix git grep head high hostname logs low map
    medium paths reuse sed slow sort spray sudo tail tbc tee tests updates wc xargs""".split()
)
"""Words that end a line or a clause where passwords are spoken of, and are none unless one is stated behind a colon."""
REMARK_ENDINGS = tuple("able al ant ary ect ed ent ful ible ic ing ion ity ive less ly ory ous ure wn".split())
"""How more such words end, where a word is only stated: `is expiring`."""
REMARKS_ZH = tuple(
    """不变 不能 不要 为空 交接 人员 信封 修改 加密 发到 发放 发给 发送 取 变更 口令 同 同上 同前 向
    告知 失效 字母 字符 存 定期 密码 工号 已 库 强度 当面 待 必填 手机 扫码 找 拿 按 提供 无 暂
    更换 更改 更新 有效 未 柜 正常 生成 由 登录 短信 移 管 系统 线下 给 群 联系 自行 见 规则
    设置 询 请 贴 过期 通知 重置 锁 错误 长度 随机 领 首次 默认""".split()
)
"""Parts of Chinese words that do the same."""
DEMANDS_ZH = ("不能", "不要", "字符", "必须", "至少", "要求")
"""What is demanded of a password."""
UNITS_ZH = "位天年月日号次个小时分秒周季条人元步台版种套张份期楼层级款项笔点块件颗瓶箱盒辆%"
UNITS = tuple(
    """char character characters chars coins day days digit digits events g gb hour hours items kb kg lbs letters line lines m mb min
    minutes month months ms of orders people points pt px rem requests s sec seconds staff tb times users week weeks year years""".split()
)
"""What a number counts."""

# Statements

STATES_ZH = (
    *(f"{verb}{then}" for verb in "改换设填用定写" for then in ("成", "为", "的是")),
    *("一样", "为", "叫", "换", "改", "填", "定", "是", "用", "设", "就", ":", "=", "→", "【"),
)
"""Words that state a value: `改成了`, `是`."""
STATES = tuple(
    """be becomes been changed_to currently has is it's just now reads remains reset_to set_to should simply stays still
    was will""".split()
)
NOT_STATED = tuple(
    """count due error expire ext id in_use name status type version 不能 不要 主题 人员 保管人 分机 型号 工单 指标 提示 数
    日期 时间 有效 版本 状态 的人 相关 策略 类型 编号 联系 要求 见 规则 负责人 返回 错误 长度""".split()
)
"""What a clause is about that speaks of keys and codes, but states none."""
SOUGHT = tuple("forget forgot lost reset 保管 咨询 忘 忘记 找回 联系 重置".split())
"""What is done with a secret by those who do not have it: a number behind it is one to call."""

# Keywords

PASSWORDS_ZH = tuple(
    """共享密匙 共享密钥 分享码 卡密 口令 团体名 团体字 密玛 密码 密马 提取码 查看码 蜜玛 蜜码 蜜马 解压码 访问码 账密""".split()
)
PASSWORDS = tuple(
    """enable_secret masterauth mima pre_shared_key psd psk psw pswd pw pword requirepass ro_community rw_community
    snmp_community snmp_server_community wep_key wi_fi_key wpa2_key wpa_key""".split()
)
"""Words for a password, beside the spellings of `password` itself."""
KEY_OWNERS = tuple(
    """2fa access account aes api app auth authenticator client consumer encoding encryption licence license master mfa otp
    private product recovery refresh secret serial session shared_access signing storage stream totp webhook""".split()
)
"""What a key, a secret or a token is of."""
CODES_ZH = tuple(
    """一次性 万能 临时 主持 主持人 主管 交易 仓库 值管 入会 出入 出厂 初始 动态 取款 后台 备份 备用 复位 安全 审批 屏保
    工程 布防 库房 应急 店长 开机 开柜 开箱 开钱箱 开锁 开门 恢复 房 打开 投屏 授权 推流 提现 撤防 操作 操作员 支付 放行
    机房 权限 柜 梯 注册 清零 激活 登录 管理 箱 经理 维修 维护 编程 胁迫 菜单 解锁 设备验证 设置 访客 超级 车库 进门
    退款 通用 通行 配对 钱箱 锁 锁屏 门 门禁 门锁 闸 验证""".split()
)
"""What a code is for, before `码`."""
CODE_OWNERS = tuple(
    """2fa access auth authenticator backup building duress emergency engineer host installer login manager master mfa
    moderator office one_time override pairing recovery room security sms stock_room store_room supervisor support
    verification voicemail""".split()
)
"""What an English code or PIN is of, besides what it opens."""
NO_HEADINGS = tuple("修改 强度 忘记 找回 更换 更改 策略 要求 设置 输入 重置 错误".split())
"""What a line does that names secrets and announces none."""

# Lines below a label or a question

THINGS = tuple(
    """alarm barrier cabinet cage disarm door drawer elevator entrance entry garage gate handset keypad laptop lift lock
    lock_box locker padlock panel pin register safe shed tablet till unlock vault 侧门 保险 储物柜 冷库 前门 卷帘门 后门
    大门 室门 寄存柜 密码箱 布防 平板 库门 快递柜 房门 报警 撤防 机房 柜箱 正门 消防门 电梯 药柜 警报 车库 道闸 金库
    钥匙箱 钱柜 铁门 锁 门口 门禁 闸机 闸门 防盗门 院门""".split()
)
"""What is opened by a code."""
SIGNED_IN = ("log_in", "login", "wi-fi", "wifi", "无线", "账号")
"""What a question is about that asks for a password without the word."""
QUESTIONS = tuple(
    """please pls plz what what's whats which who 什么 发一下 发下 发我 告我 告诉我 哪个 啥 多少 给一下 给下 给我 谁""".split()
)
"""How people ask."""
WANTS = tuple(
    """anybody anyone asks can't cannot forget forgot give got how locked locked_out need not_working remember remind
    send share stuck wants won't wrong 不对 不知道 不记得 几 口令错 吗 咋 响了 失效 密码错 忘 怎 是不是 来着 没对
    记不 锁了 锁住 错误""".split()
)
"""What people say who do not know or have what they need."""
BELOW = tuple("below 下一行 下列 下方 下面 以下 如下".split())
OTHER_FIGURES = tuple(
    """date door_number ext extension how_long how_many how_much how_often invoice model order orders page phone_number
    policies policy procedure procedures ref requirement requirements room_number rule rules since step steps ticket
    tickets unit_number what_time when where 修改 几个 几台 几号 几楼 几点 分机 办法 单号 型号 多久 多少个 多少人 多少台
    多少张 多少次 多少钱 尺寸 尾号 工单 报修 政策 日期 更换 步骤 流程 电话 策略 编号 要求 规则 规范 订单 订单号""".split()
)
"""What else figures are of."""
FIELDS = tuple(
    """address at backup by database date db env host id ip keeper name note on owner port ref region role schema store url
    主机 位置 保管 保管人 到期 地址 备份 备份人 备注 姓名 审批 审批人 数据库 日期 时间 有效期 权限 版本 用途 电话 端口
    编号 角色 说明 负责人 部门""".split()
)
"""What stands beside a password about the same account."""
LEADS = tuple(
    """are be here hi is it it's its maybe mine now oh ok ours probably pw still sure that's then think try use was which
    yeah yep yes 一直 为 仍 依然 即 叫 如今 就 就是 成 打 按 换 收到 改 新 新的 是 现在 用 试 试试 输 输入 还 还是 那个""".split()
)
"""Words that lead to a value, further on in a clause or in an answer."""
BESIDE_ACCOUNTS = dict.fromkeys(("key", "pass", "secret"), "open") | dict.fromkeys(
    ("code", "combo", "keypad", "pin"), "codes"
)
"""Heads of columns that announce secrets only in a table with a column of accounts or of locks, with their kind."""

# Accounts

KNOWN_ACCOUNTS = frozenset(
    """admin administrator cashier centos elastic guest jenkins manager minioadmin mysql nacos operator oracle postgres
    redis root sa sysdba system test tomcat ubuntu""".split()
)
"""Accounts that systems come with."""
PLACES = tuple(
    """account admin camera cameras cms console cred credentials creds crm dashboard database db erp ftp log_in login
    logins mailbox mongo mysql nas oa oracle portal pos postgres printer rdp redis router server sftp sign switch u/p
    username vpn web_mail wi-fi wifi wms 主机 云 交换机 后台 商家 坐席 堡垒 宝 工作台 帐号 帐户 平台 库 店 录像 打印 控制台 摄像
    无线 服务器 热点 用户 登录 登陆 监控 系统 网盘 账号 账密 账户 路由 跳板 通 邮箱""".split()
)
"""What somebody signs in to, and words for signing in."""

# Codes that open something

ENTERS = tuple(
    """code combination combo dial digits disarm enter enters it's key keys needs pin press punch punch_in put takes tap
    type use wants with 位 位数 位数字 先 对到 布防 打 拨 拨到 按 按下 摁 撤防 敲 新的 调到 转到 输 输一下 输入 键入""".split()
)
"""Words that a code follows."""
OPENS = tuple(
    """disarms_it disarms_our disarms_the opens_it opens_our opens_the unlocks_it unlocks_our unlocks_the 开机 开柜 开箱
    开锁 开门 打开 撤防 解锁 进入 进去 进门""".split()
)
"""What happens behind a code."""
THEN = tuple(
    """after again all and at before by for from if in into next now on then this to_disarm to_enter to_get to_open
    to_unlock until when within 再 到 加 即 可 后 就 并 开 然 确 进""".split()
)
"""What is done when a code was entered."""

# Tokens

TOKENS = tuple(
    """AIza AKLT ATATT3 GOCSPX- NRAK- PMAK- SG. dapi dop_v1_ figd_ gho_ ghp_ ghr_ ghs_ ghu_ github_pat_ glpat- gsk_ hf_
    hvb. hvs. lin_api_ npm_ ntn_ pk_live_ pk_test_ pypi- r8_ rk_live_ rk_test_ shpat_ shpca_ shppa_ shpss_ sk- sk_live_
    sk_test_ sntrys_ whsec_ xkeysib- xoxa- xoxb- xoxe- xoxp- xoxr- xoxs- ya29.""".split()
)
"""What the tokens of vendors begin with."""
