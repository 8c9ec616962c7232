"""Reading: what a page that people wrote or edited says, as a document."""
