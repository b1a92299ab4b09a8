"""Every fault in a data folder, one line each, for ``hei check``.

Only reads, and works while another process holds the folder. Refuses to repair and to quote.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.adapters.tinydb.book_file import BookFile
from bot.adapters.tinydb.durable import TEMPORARY
from bot.adapters.tinydb.folder import ASIDE, BOOK, COPY, LOCK
from bot.adapters.tinydb.migrations import MIGRATIONS, Migration, NewerVersion
from bot.adapters.tinydb.storage import Unreadable

OTHERS = 0o077
"""The rights of anybody but the owner."""


def check_folder(folder: Path, migrations: Sequence[Migration] = MIGRATIONS) -> list[str]:
    """Return the faults of a data folder in the order of their files; none is a good sign.

    A folder that does not exist yet has no faults: the first start makes it.

    Args:
        folder: where the Books lie.
        migrations: the steps that a start would take.
    """
    try:
        entries = sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        return [f"{folder}: cannot be read ({error.strerror})"]
    faults = [*_open_to_others(folder)]
    for path in entries:
        faults.extend(_faults_of(path, migrations))
    return faults


def _faults_of(path: Path, migrations: Sequence[Migration]) -> Iterator[str]:
    try:
        if ASIDE in path.name:
            yield f"{path}: was set aside as unreadable"
        elif BOOK.fullmatch(path.name):
            yield from _open_to_others(path)
            BookFile.read(path, migrations)
        elif COPY.fullmatch(path.name):
            yield from _open_to_others(path)
        elif path.name != LOCK and path.suffix != TEMPORARY:
            yield f"{path}: is not named after a user (USER_ID.json)"
    except Unreadable as fault:
        yield f"{path}: unreadable, {fault}"
    except NewerVersion as fault:
        yield str(fault)
    except FileNotFoundError:
        return  # deleted by its user while we looked
    except OSError as error:
        yield f"{path}: cannot be read ({error.strerror})"


def _open_to_others(path: Path) -> Iterator[str]:
    rights = path.stat().st_mode & 0o777
    if rights & OTHERS:
        yield f"{path}: others can reach it (mode {rights:04o}; chmod {rights & ~OTHERS:o})"
