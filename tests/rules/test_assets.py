"""Rules about things to give back and rights to change."""

from tests.rules.asked import found

from opshandover.rules.assets import asset_access_open, asset_return_late

ASSET = "assets: {{assets: [{{name: 电脑, {}}}]}}"
ACCESS = "assets: {{accesses: [{{what: 邮箱, {}}}]}}"


def test_a_day_is_asked_for() -> None:
    """The day by which, or the day on which; what stays where it is needs none."""
    assert found(asset_access_open, ASSET.format("number: '7'")) == ["warning assets.assets[0].return_by"]
    assert found(asset_access_open, ACCESS.format("action: revoke")) == ["warning assets.accesses[0].due"]
    for day in ("return_by: 2026-11-13", "returned_on: 2026-11-13"):
        assert found(asset_access_open, ASSET.format(day)) == []
    for day in ("due: 2026-11-13", "done_on: 2026-11-13"):
        assert found(asset_access_open, ACCESS.format(day)) == []
    assert found(asset_access_open, ASSET.format("keeper: 罗静, return_to: 罗静")) == []


def test_complete_entries_are_clean() -> None:
    """Nothing is found where all is said."""
    asset = ASSET.format("keeper: 苏婉清, return_to: 罗静, return_by: 2026-11-13")
    access = ACCESS.format("action: grant, person: 程亦凡, due: 2026-11-13")
    assert found(asset_access_open, asset) == found(asset_access_open, access) == []


def test_assets_come_back_before_their_keeper_leaves() -> None:
    """A return after the handover takes effect is too late, but only of somebody who leaves, and while it is open."""
    late = "effective_on: 2026-12-01\n" + ASSET.format("return_by: 2026-12-10")
    assert found(asset_return_late, late, "offboarding") == ["warning assets.assets[0].return_by"]
    assert found(asset_return_late, late, "daily_handover") == []
    assert found(asset_return_late, late.replace("12-10", "12-01"), "offboarding") == []
    assert found(asset_return_late, late.replace("}]", ", returned_on: 2026-12-10}]"), "offboarding") == []
    assert found(asset_return_late, ASSET.format("return_by: 2026-12-10"), "offboarding") == []
