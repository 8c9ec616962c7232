"""Summaries derived from the content: urgent and overdue items, counts, charts, memo and digest."""
