"""Documents over time: what changed between two, both sides' edits together, what became of everything."""
