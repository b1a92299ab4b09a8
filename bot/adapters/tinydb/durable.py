"""Files that are there whole or not at all, whenever the power goes.

Knows the order of write, fsync and rename.
"""

import os
from contextlib import suppress
from itertools import count
from pathlib import Path

TEMPORARY = ".tmp"
"""How the name of a file ends that is not committed; what a crash left of them is swept."""

_serial = count()
"""Names of temporary files need to differ within this process only: it alone holds the folder."""


def replace_file(path: Path, content: bytes) -> None:
    """Put ``content`` in place of a file, readable by its owner only, and make it durable.

    A reader, or a crash, finds the old content or the new one. After an error the old one is in
    place, unless it was the folder that failed to reach the disk: then either may be.

    Raises:
        OSError: it did not become durable.
    """
    temporary = f"{path}.{next(_serial)}{TEMPORARY}"
    try:
        _write(temporary, content)
        os.replace(temporary, path)  # noqa: PTH105 - Path would cost more than the call
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise
    sync_folder(path.parent)


def _write(name: str, content: bytes) -> None:
    descriptor = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Make names that were given or taken away in a folder durable.

    Raises:
        OSError: they did not become durable.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
