"""Values in words: numbers, dates, people, and the labels that the layout adds."""
