"""The block tree between a document and every format for people, and Markdown as such a tree."""
