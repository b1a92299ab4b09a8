"""Books on disk: one TinyDB file per user, committed whole."""

from bot.adapters.tinydb.folder import FolderInUse
from bot.adapters.tinydb.migrations import NewerVersion
from bot.adapters.tinydb.store import TinyDbBooks

__all__ = ["FolderInUse", "NewerVersion", "TinyDbBooks"]
