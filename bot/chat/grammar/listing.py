"""A name and a text in one line, "NAME: TEXT", as /note, /why and /rename take them."""

from unicodedata import normalize

_COLONS = (":", "\uff1a")


def split_head(text: str) -> tuple[str, str] | None:
    """Return what stands before and after the first colon, trimmed; None without a colon or a head.

    A dash is no colon: names have dashes.
    """
    nfc = normalize("NFC", text)
    places = [place for colon in _COLONS if (place := nfc.find(colon)) >= 0]
    if not places:
        return None
    head, rest = nfc[: min(places)].strip(), nfc[min(places) + 1 :].strip()
    return (head, rest) if head else None
