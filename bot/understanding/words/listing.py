"""A command and what stands behind it, and "NAME: TEXT" as /note, /why and /rename take it."""

from unicodedata import normalize

_COLONS = (":", "\uff1a")


def split_command(text: str) -> tuple[str, str]:
    """Return the word of a command in small letters, and what is said behind it, trimmed.

    The word is empty for plain words; "/done@a_bot yesterday" is "done" and "yesterday".
    """
    if not text.startswith("/"):
        return "", text
    word, _, behind = text[1:].replace("\n", " \n", 1).partition(" ")
    return word.partition("@")[0].casefold(), behind.strip()


def split_head(text: str) -> tuple[str, str] | None:
    """Return what stands before and after the first colon, trimmed; None without a colon or a head.

    A dash is no colon: names have dashes.
    """
    head, rest = split_colon(text)
    return (head, rest) if head and any(colon in text for colon in _COLONS) else None


def split_colon(text: str) -> tuple[str, str]:
    """Return what stands before and after the first colon, trimmed; without one all is before."""
    nfc = normalize("NFC", text)
    places = [place for colon in _COLONS if (place := nfc.find(colon)) >= 0]
    end = min(places, default=len(nfc))
    return nfc[:end].strip(), nfc[end + 1 :].strip()
