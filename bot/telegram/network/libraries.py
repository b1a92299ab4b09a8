"""What the libraries beneath this wing read from the whole process, set once by bootstrap."""

import os
import sys
from importlib.util import find_spec


def set_up_libraries() -> None:
    """Set the switches of python-telegram-bot and httpcore; once more changes nothing.

    What each is worth stands in docs/decisions/0012-switches-of-libraries.md.
    """
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    if find_spec("sniffio") is None:
        sys.modules["sniffio"] = None  # type: ignore[assignment]
