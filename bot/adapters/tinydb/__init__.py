"""Books on disk: one TinyDB file per user, committed whole."""

from bot.adapters.tinydb.books import TinyDbBooks
from bot.adapters.tinydb.folder import FolderInUse
from bot.adapters.tinydb.migrations import NewerVersion

__all__ = ["FolderInUse", "NewerVersion", "TinyDbBooks"]
