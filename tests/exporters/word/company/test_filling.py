"""The text names styles and numberings by the ids that they have in the company's file."""

from pathlib import Path

from tests.exporters.word.company.filled import made, styles_of, used_styles


def test_every_style_that_the_text_names_is_there(tmp_path: Path, plain_template: bytes) -> None:
    """Ours are added under their names once; none comes twice."""
    file = made(tmp_path, plain_template)
    styles = styles_of(file)
    assert used_styles(file) <= set(styles)
    assert len({name.casefold() for name in styles.values()}) == len(styles)
    assert {"Things", "Table Text", "Box"} <= set(styles.values())
