"""How documents and results show themselves to people: the lines of the prompt, and fragments for notebooks."""
