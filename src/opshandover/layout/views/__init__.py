"""The same content put together in other ways: what comes first, what is late, counts, charts, one page."""
