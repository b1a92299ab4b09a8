"""The data folder: which file belongs to whom, and that only one process uses it."""

import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from bot.adapters.tinydb.durable import TEMPORARY, sync_folder

BOOK = re.compile(r"(0|-?[1-9][0-9]*)\.json", re.ASCII)
"""A Book's file is named after its user."""
ASIDE = ".unreadable-"
"""What stands between the name of a file that was set aside and its number."""
COPY = re.compile(r"(0|-?[1-9][0-9]*)\.json\.v[1-9][0-9]*", re.ASCII)
"""A copy of a Book's file as it was before it was written in a later version."""
LOCK = ".lock"


def copy_of(path: Path, version: int) -> Path:
    """Return where the copy of a file lies that was kept of one version."""
    return path.with_name(f"{path.name}.v{version}")


class FolderInUse(Exception):
    """Another process holds the data folder."""


class DataFolder:
    """The folder that holds one file per user.

    It is made for its owner alone; one that is there already keeps the rights it has.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock: int | None = None

    def claim(self) -> None:
        """Make the folder where needed and hold it until ``release`` or the end of the process.

        Raises:
            FolderInUse: another process holds it.
            OSError: it cannot be made or written to.
        """
        missing = [place for place in (self.path, *self.path.parents) if not place.exists()]
        self.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        for place in missing:  # a commit is worth no more than the folder that it lies in
            sync_folder(place.parent)
        lock = os.open(self.path / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            raise FolderInUse(f"another process holds {self.path}") from None
        self._lock = lock

    def release(self) -> None:
        """Let others use the folder."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def sweep(self) -> None:
        """Delete what earlier processes left half-written; nothing of it was ever committed."""
        for path in self.path.glob(f"*{TEMPORARY}"):
            path.unlink()

    def file_of(self, user_id: int) -> Path:
        """Return where a user's Book lies, whether there is one or not."""
        return self.path / f"{user_id}.json"

    def users(self) -> Iterator[int]:
        """Yield every user who has a file."""
        with os.scandir(self.path) as entries:
            for entry in entries:
                if name := BOOK.fullmatch(entry.name):
                    yield int(name[1])

    def set_aside(self, user_id: int) -> Path:
        """Give an unreadable file a name of its own and return it; nothing is deleted."""
        path = self.file_of(user_id)
        places = (path.with_name(f"{path.name}{ASIDE}{n}") for n in count(1))
        aside = next(place for place in places if not place.exists())
        with suppress(FileNotFoundError):
            path.rename(aside)
            sync_folder(self.path)
        return aside

    def erase(self, user_id: int) -> None:
        """Delete all there is of a user, durably, also what was set aside and copies.

        The Book goes last: as long as anything is left, its user is there to ask again.
        """
        path = self.file_of(user_id)
        copies = (
            place for place in self.path.glob(f"{path.name}.v*") if COPY.fullmatch(place.name)
        )
        for place in (*self.path.glob(f"{path.name}{ASIDE}*"), *copies, path):
            place.unlink(missing_ok=True)
        sync_folder(self.path)
