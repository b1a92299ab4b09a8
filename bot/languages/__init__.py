"""The languages Hei speaks: a folder of data beside this file each, and one line here."""

from enum import StrEnum
from typing import Final


class Language(StrEnum):
    """A language of the interface or of a draft, by its ISO 639-1 code and the folder of its data.

    What it is called, and all of its words, is in that folder.
    """

    EN = "en"
    NB = "nb"
    SV = "sv"


FALLBACK: Final = Language.EN
"""What is spoken with those whose own language Hei does not speak."""
