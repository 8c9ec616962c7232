"""Values as text: numbers, dates, people, and the labels that the layout adds."""
