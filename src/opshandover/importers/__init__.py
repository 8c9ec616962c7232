"""Importers: one module or package for each format, which makes a page of a file."""
