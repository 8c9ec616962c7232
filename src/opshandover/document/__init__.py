"""What all other packages need to know of a document: paths, walks, identity, open items, secrets, types."""
