"""What reading and writing Word files share: safe archives and XML, tags, bookmarks, the baseline."""
