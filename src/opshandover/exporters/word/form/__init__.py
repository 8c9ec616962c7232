"""A company's form: its file with marks for values, repeated parts and conditions, filled from a document."""
