"""Files that are there whole or not at all, whenever the power goes.

Knows the order of write, fsync and rename. Refuses to know what the bytes mean.
"""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

TEMPORARY = ".tmp"
"""How the name of a file ends that is not committed; what a crash left of them is swept."""


def replace_file(path: Path, content: bytes) -> None:
    """Put ``content`` in place of a file, readable by its owner only, and make it durable.

    A reader, or a crash, finds the old content or the new one. After an error the old one is in
    place, unless it was the folder that failed to reach the disk: then either may be.

    Raises:
        OSError: it did not become durable.
    """
    descriptor, temporary = tempfile.mkstemp(TEMPORARY, f"{path.name}.", path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(temporary).unlink()
        raise
    sync_folder(path.parent)


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
