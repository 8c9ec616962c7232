"""The layout: what a page shows of a document, and in which order.

The result is a tree of blocks that every format for people writes in its own way. It contains every
value that is filled in.
"""

from collections.abc import Callable, Iterator, Mapping

from attrs import evolve

from opshandover.document.paths import child_path
from opshandover.document.pressing import pressing
from opshandover.findings import Report
from opshandover.layout.fill_in import FillIn
from opshandover.layout.header import header_blocks, properties
from opshandover.layout.introduced import without_repeated_details
from opshandover.layout.sections import left_out_blocks, section_blocks
from opshandover.layout.shortening import shortened_page
from opshandover.layout.signoff import SECTION as SIGN_OFF
from opshandover.layout.signoff import sign_off_blocks
from opshandover.layout.tables.cells import Blocks
from opshandover.layout.view import View
from opshandover.layout.views.attention import attention_blocks, takeover_blocks
from opshandover.layout.views.digest import digest_page
from opshandover.layout.views.findings import findings_blocks
from opshandover.layout.views.follow_up import follow_up_blocks
from opshandover.layout.views.one_page import memo_page
from opshandover.layout.views.section_views import section_view_blocks
from opshandover.layout.words.readable import is_label
from opshandover.model.base import NotApplicable
from opshandover.model.document import FreeSection, OpsDocument
from opshandover.model.fields import Field, section_fields
from opshandover.pages.blocks import Divider, Heading, Page, Quote, Role
from opshandover.pages.markdown import blocks_of
from opshandover.profiles import Profile, profile_of
from opshandover.spec import Need
from opshandover.text import Lang

__all__ = ["View", "digest_page", "lay_out", "shortened_page"]


def lay_out(
    document: OpsDocument,
    lang: Lang,
    *,
    view: View = View.FULL,
    report: Report | None = None,
    placeholders: bool = False,
) -> Page:
    """Lay a document out for people to read.

    Args:
        document: the document.
        lang: the language of labels and added words; texts of the document stay as they are.
        view: how much is shown: the whole document, or a memo of one page.
        report: the result of a check, to be shown in an appendix; without it there is none.
        placeholders: whether required fields that are empty get placeholders.

    Raises:
        UnknownNameError: the document's profile is unknown.
    """
    fill_in = FillIn.FIELDS if placeholders else FillIn.NOTHING
    page = _PAGES[view](document, lang, fill_in)
    if report is None:
        return page
    return evolve(page, blocks=page.blocks + findings_blocks(report, document, lang))


def _full_page(document: OpsDocument, lang: Lang, fill_in: FillIn) -> Page:
    profile = profile_of(document.profile)
    document = without_repeated_details(document)
    signed = profile.handover or document.sign_off is not None
    needed = profile.need(SIGN_OFF)
    first = pressing(document, lasting=profile.charter)
    return evolve(
        bare_page(document, lang),
        blocks=(
            *header_blocks(document, profile, lang, fill_in),
            *attention_blocks(first, document, lang, handover=profile.handover),
            *(takeover_blocks(document, lang) if profile.handover else ()),
            *follow_up_blocks(document, first, lang),
            *_sections(document, profile, lang, fill_in),
            *_extra(document, lang),
            *(sign_off_blocks(document, lang, fill_in.within(needed)) if signed else ()),
        ),
    )


def bare_page(document: OpsDocument, lang: Lang) -> Page:
    """Return the page of a document without anything on it: what it is called, and its properties."""
    profile = profile_of(document.profile)
    kind = profile.label[lang]
    return Page(
        title=document.title if document.title.strip() else kind,
        kind=kind,
        lang=lang,
        properties=properties(document),
        compact=profile.brief,
        blocks=(),
    )


_PAGES: Mapping[View, Callable[[OpsDocument, Lang, FillIn], Page]] = {View.FULL: _full_page, View.MEMO: memo_page}
"""The function that lays out each view."""


def _sections(document: OpsDocument, profile: Profile, lang: Lang, fill_in: FillIn) -> Blocks:
    """Return the sections in order, and after them a list of those that do not apply."""
    blocks: Blocks = ()
    absent: list[tuple[Field, NotApplicable]] = []
    for field in _order(profile):
        value, need = getattr(document, field.name), profile.need(field.name)
        if isinstance(value, NotApplicable):
            absent.append((field, value))
        elif value is not None or need is Need.REQUIRED:
            blocks += section_blocks(field, value, lang, fill_in.within(need))
            blocks += section_view_blocks(value, document, lang)
    return blocks + left_out_blocks(absent, lang)


def _order(profile: Profile) -> Iterator[Field]:
    """The sections in the profile's order, then all others; the sign-off is laid out separately, at the end."""
    own = {field.name: field for field in section_fields(OpsDocument) if field.name != SIGN_OFF}
    for key in profile.sections:
        if key in own:
            yield own.pop(key)
    yield from own.values()


def _extra(document: OpsDocument, lang: Lang) -> Blocks:
    """The free sections; the text of one that is titled like another section stands in a quotation of a quotation.

    If it has none, there is a line, as other parts of a page are never empty.
    Some formats quote what needs attention, which is titled as well.
    """
    blocks: Blocks = ()
    for i, section in enumerate(document.extra):
        path = child_path("extra", i)
        title_path = child_path(path, "title")
        titled = bool(section.title.strip())
        text = section.title if titled else FreeSection.label[lang]
        blocks += (Heading(level=1, text=text, path=title_path, role=Role.FREE, is_value=titled),)
        body = blocks_of(section.body, child_path(path, "body"))
        if not titled and _begins_like_another(body):
            body = (Divider(), *body)
        if titled and is_label(section.title):
            body = (Quote((Quote(body),)),) if body else (Divider(),)
        blocks += body
    return blocks


def _begins_like_another(body: Blocks) -> bool:
    """Whether the text of a free section without a title needs a line above it, so as not to be taken for another's."""
    return bool(body) and (isinstance(body[0], Divider) or (len(body) == 1 and isinstance(body[0], Quote)))
