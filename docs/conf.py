"""How Sphinx builds the documentation; run `python docs/generate.py` before it."""

from opshandover import __version__

project = "opshandover"
author = "The opshandover authors"
version = release = __version__
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"opshandover {version}"

autodoc_member_order = "bysource"
autodoc_typehints = "description"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
