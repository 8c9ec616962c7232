"""A company's own Word file, into which the document is written."""
