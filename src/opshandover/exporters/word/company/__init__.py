"""Write the document into a company's own Word file."""
