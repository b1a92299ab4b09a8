"""The languages Hei speaks, and how a Telegram language code chooses one."""

from enum import StrEnum


class Language(StrEnum):
    """A language of the interface or of a draft, by its ISO 639-1 code."""

    EN = "en"
    """English."""
    NB = "nb"
    """Norwegian Bokmål."""
    SV = "sv"
    """Swedish."""

    @classmethod
    def of_code(cls, code: str | None) -> "Language | None":
        """Return the language of an IETF tag, whatever its region; None when Hei does not speak it.

        Args:
            code: a tag such as ``nb``, ``nn-NO``, ``sv-FI`` or ``en_GB``; None when unknown.
        """
        primary = (code or "").replace("_", "-").partition("-")[0].lower()
        if primary in {"nb", "no", "nn"}:
            return cls.NB
        return cls(primary) if primary in set(cls) else None
