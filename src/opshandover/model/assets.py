"""Assets: things to return, and access rights to grant and revoke."""

from datetime import date
from typing import ClassVar

from attrs import field

from opshandover.model.base import Choice, Record, Section, When, record
from opshandover.model.people import Person
from opshandover.spec import RECOMMENDED, REQUIRED, spec
from opshandover.text import Text


class AssetKind(Choice):
    """What sort of thing an asset is."""

    EQUIPMENT = "equipment", "设备", "Equipment"
    SEAL = "seal", "印章", "Seal"
    DOCUMENT = "document", "证照文件", "Certificates and papers"
    KEY = "key", "钥匙门禁", "Keys and door cards"
    OTHER = "other", "其他", "Other", "其它, others"


class AccessAction(Choice):
    """What is done with an access right."""

    GRANT = "grant", "开通", "Grant", "授予, 授权, 新增, add"
    REVOKE = "revoke", "收回", "Revoke", "回收, 撤销, 取消, 注销, 停用, 关闭, 删除, remove, disable, delete"
    TRANSFER = "transfer", "转移", "Transfer", "移交, 转交, 转让, hand over"


@record(kw_only=True)
class Asset(Record):
    """A thing that is passed on or has to be returned."""

    label: ClassVar[Text] = Text("物品", "Asset")
    main: ClassVar[str] = "name"
    rest: ClassVar[str] = "condition"

    name: str = field(
        default="",
        metadata=spec(
            "名称",
            "Name",
            "是什么物品，写明型号",
            "What it is, with its model",
            REQUIRED,
            synonyms="物品, 物品名称, 资产名称, 设备, 设备名称, 资产, item, asset, device, equipment",
        ),
    )
    kind: AssetKind | None = field(
        default=None,
        metadata=spec("类别", "Kind", "设备、印章、证照还是钥匙", "Equipment, seal, papers or keys", RECOMMENDED),
    )
    number: str = field(
        default="",
        metadata=spec(
            "编号",
            "Number",
            "资产编号或序列号",
            "The inventory or serial number",
            synonyms="资产编号, 序列号, sn, 设备编号, 型号, serial number, serial, tag, asset tag, model",
        ),
    )
    quantity: int | None = field(
        default=None,
        metadata=spec(
            "数量", "Quantity", "共有几件", "How many there are", RECOMMENDED, ge=0, synonyms="件数, 个数, qty, count"
        ),
    )
    keeper: Person | None = field(
        default=None,
        metadata=spec(
            "保管人",
            "Keeper",
            "目前在谁手里",
            "Who has it at present",
            REQUIRED,
            synonyms="持有人, 使用人, 现保管人, held by, holder, with",
        ),
    )
    return_to: Person | None = field(
        default=None,
        metadata=spec(
            "归还给",
            "Return to",
            "交给哪位接收或保管",
            "Who receives it",
            REQUIRED,
            synonyms="接收人, 移交给, 归还对象, returned to, received by",
        ),
    )
    return_by: When | None = field(
        default=None,
        metadata=spec("归还期限", "Return by", "最迟哪天归还", "The last day for giving it back", RECOMMENDED),
    )
    returned_on: date | None = field(
        default=None,
        metadata=spec(
            "归还日期",
            "Returned on",
            "实际哪天归还的",
            "The day it was given back",
            synonyms="移交日期, 归还时间, 交接日期, date returned",
        ),
    )
    condition: str = field(
        default="",
        metadata=spec(
            "状况",
            "Condition",
            "完好、损坏或缺件",
            "Intact, damaged or incomplete",
            synonyms="状态, 备注, 现状, 情况, 位置, 存放位置, 说明, state, remarks, notes, location",
        ),
    )


@record(kw_only=True)
class AccessChange(Record):
    """One access right that is granted, revoked or passed on."""

    label: ClassVar[Text] = Text("权限变更", "Access change")
    main: ClassVar[str] = "what"

    what: str = field(
        default="",
        metadata=spec(
            "账号或权限",
            "Account or right",
            "哪个账号或哪项权限，不写口令",
            "Which account or right; never a password",
            REQUIRED,
            synonyms="权限, 账号, 账号权限, 内容, access, right, permission, account",
        ),
    )
    system: str = field(
        default="", metadata=spec("系统", "System", "属于哪个系统", "The system that it belongs to", RECOMMENDED)
    )
    action: AccessAction | None = field(
        default=None, metadata=spec("操作", "Action", "开通、收回还是转移", "Grant, revoke or transfer", REQUIRED)
    )
    person: Person | None = field(
        default=None,
        metadata=spec("对象", "Person", "给谁开通、向谁收回或转给谁", "Who gets the right or loses it", REQUIRED),
    )
    due: When | None = field(
        default=None, metadata=spec("截止日期", "Due", "最迟哪天办完", "The day by which it is to be done", RECOMMENDED)
    )
    done_on: date | None = field(
        default=None, metadata=spec("办理日期", "Done on", "实际哪天办完的", "The day it was done")
    )
    approver: Person | None = field(
        default=None, metadata=spec("批准人", "Approver", "谁批准了这项变更", "Who has approved it")
    )


@record(kw_only=True)
class Assets(Section):
    """What is to be returned, and whose access rights begin and end."""

    label: ClassVar[Text] = Text("资产与权限", "Assets and access")
    hint: ClassVar[Text] = Text(
        "要归还的物品，要开通和收回的权限", "What to give back, which rights to grant and to revoke"
    )
    synonyms: ClassVar[Text] = Text(
        "资产, 物品, 物品移交, 资产移交, 固定资产, 办公用品, 设备, 设备清单, 物品清单, 资产清单, 交接物品, 移交物品, 钥匙, 印章, 证照, 物资, 物资清单, 工器具, 工具物品, 物品交接, 资产交接, 设备资产, 设备物品, 实物移交, 办公设备, 办公物品, 设备情况, 工器具情况, 钥匙移交, 设备状态, 设备运行, 设备运行情况, 设备运行状况, 印鉴, 印鉴票据, 票据, 印鉴及票据, 印章证照, 证章, 证件, 备品备件, 备件, 药品, 器械, 仪器, 工装, 耗材, 备用金, 现金, 门禁, 门禁卡, 库存, 用品, 对讲机, 车辆, 布草, 交接物资, 物料, 随身物品, 领用物品, it设备, 电脑, 急救物品, 急救药品, 毒麻药品, 消防器材, 公物, 工具设备, 工具清点, 工器具清点, 物品清点, 备品, 财物, 财产, 重空, 重要空白凭证, 贵重物品, 印鉴卡, 余量, 存量, 试剂, 样品, 东西, 领取, 归还, 领用, 借用, 领取和归还, 领用归还, 工牌, 工服, 制服, 硬件, 道具, 发票, 公章, 被服, 库存预警, 样品与印鉴, 叉车, 充电, 叉车及充电, 托盘, 周转箱, 备料, 食材, 原料, 辅料, 失物招领, 线路与车辆, 工具器具, 器具, 缺货与到货, 到货, 缺货, 现金与印章, 物品移交清单",
        "assets, equipment, hardware, devices, company property, items to return, keys, physical assets, company assets, inventory, equipment status, equipment list, tools and equipment, inventory status, keys and access cards, status of equipment, supplies, stock, stock levels, cash, cash float, float, till, petty cash, badge, badges, vehicles, devices and keys, company assets to return, laptop and phone, equipment to return, it equipment, consumables, medication, medicines, controlled drugs, tools and keys, valuables, property, spare parts, spares, parts, stationery, uniforms, tools and spares, linen, fuel, stock running low, low stock, batteries, keys and where they are, ground equipment, things to return, to return, what's in the box",
    )
    stems: ClassVar[Text] = Text(
        "物品, 物资, 钥匙, 印章, 资产",
        "equipment, keys, asset, hardware, turn in",
    )

    assets: tuple[Asset, ...] = field(
        default=(),
        metadata=spec(
            "物品",
            "Assets",
            "逐件写明保管人和归还对象",
            "Each with its keeper and who receives it",
            RECOMMENDED,
            weight=3,
        ),
    )
    accesses: tuple[AccessChange, ...] = field(
        default=(),
        metadata=spec(
            "权限变更",
            "Access changes",
            "逐项写明操作、对象和期限",
            "Each with action, person and day",
            RECOMMENDED,
            weight=3,
            synonyms="权限, 权限回收, 权限清单, 权限开通, 权限移交, 权限交接, permissions, access rights, access to revoke",
        ),
    )
