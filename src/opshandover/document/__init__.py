"""Questions that every wing asks of a document: paths, walk, identity, what is open, secrets, value types."""
