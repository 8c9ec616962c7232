"""Tables: which fields stand in columns, what fits into them, and what their cells hold."""
