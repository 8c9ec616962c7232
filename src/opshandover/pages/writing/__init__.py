"""Markdown from blocks: the inverse of `blocks_of`, for prose that is read back and for whole pages."""
