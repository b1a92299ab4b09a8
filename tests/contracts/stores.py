"""The stores that keep the contract of the Books port, each with a disk that can be broken."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from bot.adapters.tinydb import TinyDbBooks
from bot.application.ports import Books, Clock
from tests.fakes.books import MemoryBooks


class Store(Protocol):
    """A kind of Books under test."""

    books: Books

    async def start(self) -> None:
        """Make it ready."""

    async def restart(self) -> None:
        """End the process and begin another, as far as the Books can tell."""

    async def stop(self) -> None:
        """Let go of everything."""

    def users(self) -> Sequence[int]:
        """Return everybody whose Book is kept, in the order of their ids."""

    def break_disk(self) -> None:
        """Let every commit fail from now on."""

    def mend_disk(self) -> None:
        """Let commits succeed again."""


class MemoryStore:
    """Books in memory; they outlive a restart because the test holds them."""

    def __init__(self, clock: Clock) -> None:
        self._memory = MemoryBooks(clock)
        self.books: Books = self._memory

    async def start(self) -> None:
        """Need nothing."""

    async def restart(self) -> None:
        """Need nothing."""

    async def stop(self) -> None:
        """Need nothing."""

    def users(self) -> Sequence[int]:
        """Return everybody whose Book is kept, in the order of their ids."""
        return sorted(self._memory.books)

    def break_disk(self) -> None:
        """Let every commit fail from now on."""
        self._memory.failing = True

    def mend_disk(self) -> None:
        """Let commits succeed again."""
        self._memory.failing = False


class DiskStore:
    """Books in a folder that a plain file can take the place of."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder, self._clock = folder, clock
        self._away = folder.with_name("away")
        self._on_disk = TinyDbBooks(folder, clock)
        self.books: Books = self._on_disk

    async def start(self) -> None:
        """Claim the folder."""
        await self._on_disk.start()

    async def restart(self) -> None:
        """Close the folder and open it anew, with nothing in memory."""
        await self.stop()
        self.books = self._on_disk = TinyDbBooks(self._folder, self._clock)
        await self.start()

    async def stop(self) -> None:
        """Let go of the folder."""
        await self._on_disk.close()

    def users(self) -> Sequence[int]:
        """Return everybody whose Book is kept, in the order of their ids."""
        return sorted(int(path.stem) for path in self._folder.glob("*.json"))

    def break_disk(self) -> None:
        """Put a file where the folder was; unlike missing rights, this stops root as well."""
        self._folder.rename(self._away)
        self._folder.touch()

    def mend_disk(self) -> None:
        """Put the folder back."""
        self._folder.unlink()
        self._away.rename(self._folder)
