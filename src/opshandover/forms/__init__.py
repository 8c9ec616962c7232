"""Forms to be filled in by people: a page in a browser or a Word file, made from the declarations of the model."""
