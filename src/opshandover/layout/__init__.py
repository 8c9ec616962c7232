"""The layout: what a page for people shows of a document, and in which order.

The result is a tree of blocks that every format writes in its own way. Nothing that is filled is
left out of it.
"""

from collections.abc import Callable, Iterator, Mapping

from attrs import evolve

from opshandover.findings import Report
from opshandover.layout.fill_in import Asking
from opshandover.layout.header import header_blocks, properties
from opshandover.layout.introduced import by_name
from opshandover.layout.sections import left_out_blocks, section_blocks
from opshandover.layout.signoff import SECTION as SIGN_OFF
from opshandover.layout.signoff import sign_off_blocks
from opshandover.layout.tables.cells import Blocks
from opshandover.layout.view import View
from opshandover.layout.views.attention import attention_blocks, pressing
from opshandover.layout.views.findings import findings_blocks
from opshandover.layout.views.follow_up import overdue_blocks
from opshandover.layout.views.of_sections import added_blocks
from opshandover.layout.views.one_page import memo_page
from opshandover.model.base import NotApplicable
from opshandover.model.document import OpsDocument
from opshandover.model.fields import Field, section_fields
from opshandover.pages.blocks import Heading, Page, Role
from opshandover.pages.markdown import blocks_of
from opshandover.profiles import Profile, profile_of
from opshandover.spec import Need
from opshandover.text import Lang

__all__ = ["View", "lay_out"]


def lay_out(
    document: OpsDocument,
    lang: Lang,
    *,
    view: View = View.FULL,
    report: Report | None = None,
    placeholders: bool = True,
) -> Page:
    """Lays a document out for people to read.

    Args:
        document: What is shown, all of it.
        lang: The language of labels and added words; what people wrote stays as it is.
        view: How much is shown: all of the document, or a memo of one page.
        report: What a check of the document found, to be shown in an appendix; none without it.
        placeholders: Whether what is required and missing is asked for where it belongs.

    Raises:
        UnknownNameError: the document's kind has no profile of that name.
    """
    asking = Asking.FIELDS if placeholders else Asking.NOTHING
    page = _PAGES[view](document, lang, asking)
    if report is None:
        return page
    return evolve(page, blocks=page.blocks + findings_blocks(report, document, lang))


def _whole(document: OpsDocument, lang: Lang, asking: Asking) -> Page:
    profile = profile_of(document.profile)
    document = by_name(document)
    signed = profile.handover or document.sign_off is not None
    needed = profile.need(SIGN_OFF)
    kind = profile.label[lang]
    first = pressing(document)
    return Page(
        title=document.title or kind,
        kind=kind,
        lang=lang,
        properties=properties(document, lang),
        blocks=(
            *header_blocks(document, profile, lang, asking),
            *attention_blocks(first, lang, handover=profile.handover),
            *overdue_blocks(document, first, lang),
            *_sections(document, profile, lang, asking),
            *_extra(document),
            *(sign_off_blocks(document, lang, asking.within(needed)) if signed else ()),
        ),
    )


_PAGES: Mapping[View, Callable[[OpsDocument, Lang, Asking], Page]] = {
    View.FULL: _whole,
    View.MEMO: memo_page,
}
"""How a page is made for each view."""


def _sections(document: OpsDocument, profile: Profile, lang: Lang, asking: Asking) -> Blocks:
    """Shows the sections in order, and after them in one place what does not apply."""
    blocks: Blocks = ()
    absent: list[tuple[Field, NotApplicable]] = []
    for field in _order(profile):
        value, need = getattr(document, field.name), profile.need(field.name)
        if isinstance(value, NotApplicable):
            absent.append((field, value))
        elif value is not None or need is Need.REQUIRED:
            blocks += section_blocks(field, value, lang, asking.within(need))
            blocks += added_blocks(value, document, lang)
    return blocks + left_out_blocks(absent, lang)


def _order(profile: Profile) -> Iterator[Field]:
    """Gives the sections in the profile's order, then all others; people sign at the very end."""
    own = {field.name: field for field in section_fields(OpsDocument) if field.name != SIGN_OFF}
    for key in profile.sections:
        if key in own:
            yield own.pop(key)
    yield from own.values()


def _extra(document: OpsDocument) -> Blocks:
    blocks: Blocks = ()
    for i, section in enumerate(document.extra):
        path = f"extra[{i}]"
        place = f"{path}.title"
        title = Heading(level=1, text=section.title, path=place, role=Role.FREE, is_value=True)
        blocks += (title, *blocks_of(section.body, f"{path}.body"))
    return blocks
