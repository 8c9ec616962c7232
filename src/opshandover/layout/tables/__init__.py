"""Tables: which fields become columns, what fits into them, and the content of their cells."""
