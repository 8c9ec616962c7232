"""The compact form of a design: what a page of two dozen lines needs to be one sheet of paper."""

from attrs import evolve

from opshandover.exporters.word.design import Design, TextFormat

_TITLE, _HEADING, _LOWER, _TEXT, _SMALL = 28, 21, 20, 18, 17
"""The greatest type sizes (half points)."""
_TOP, _BOTTOM, _SIDE, _EDGE = 624, 624, 964, 369
"""The greatest margins (twips)."""


def compact(design: Design) -> Design:
    """Return a design with the fonts, colours and lines of another, in small sizes and without its grid."""
    return evolve(
        design,
        margin_top=min(design.margin_top, _TOP),
        margin_bottom=min(design.margin_bottom, _BOTTOM),
        margin_left=min(design.margin_left, _SIDE),
        margin_right=min(design.margin_right, _SIDE),
        header_edge=min(design.header_edge, _EDGE),
        footer_edge=min(design.footer_edge, _EDGE),
        grid_lines=0,
        grid_characters=0,
        title=_small(design.title, _TITLE, after=0),
        subtitle=_small(design.subtitle, _SMALL, after=40),
        headings=(
            _small(design.heading(0), _HEADING, before=50, after=20),
            *(_small(each, _LOWER, before=60, after=20) for each in design.headings[1:]),
        ),
        subheading=_small(design.subheading, _LOWER, before=20, after=10),
        body=_small(design.body, _TEXT, after=20),
        caption=_small(design.caption, _SMALL, before=20, after=40),
        table_text=_small(design.table_text, _SMALL),
        table_head=_small(design.table_head, _SMALL),
        header=_small(design.header, design.header.size),
        footer=_small(design.footer, _SMALL),
        running_header=False,
        facts_finer=2,
        title_rule=0,
        cell_top=4,
        table_gap=60,
        signature_height=390,
    )


def _small(form: TextFormat, size: int, before: int = 0, after: int = 0) -> TextFormat:
    return evolve(form, size=min(form.size, size), before=before, after=after, height=240, indent=0, grid=False)
