"""Whom a text tells of: a contact it names, or the one that is talked about just now."""

from collections.abc import Sequence

from bot.conversation.turn import Turn
from bot.conversation.typed.which import nudge_meant
from bot.domain.records.contact import Contact
from bot.lexicons.need import Finding
from bot.understanding.facts.mentions import Mention, mentions_in
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import vocabulary

KIN, PRONOUNS = "kin", ("callers", "tellers")


def whom_it_is_about(turn: Turn, found: Finding) -> Contact | None:
    """Return the contact whom a finding is about; None when it is somebody else, or unclear.

    "Kari's mother died" is about no contact. A pronoun means the contact whom the open question,
    the message replied to or the open nudge is about.
    """
    line = Line.of(found.text)
    mentions = mentions_in(line, turn.book.names())
    until = _token_at(line, found.start)
    nearest = _nearest(line, mentions, until)
    if nearest == KIN:
        return None
    if isinstance(nearest, Mention):
        return None if nearest.is_owner else turn.book.contacts[nearest.contact_id]
    ids = {one.contact_id for one in mentions if not one.is_owner}
    if len(ids) == 1:
        return turn.book.contacts[ids.pop()]
    if mentions or _any_at(line, KIN, 0, len(line)):
        return None
    return _talked_about(turn, line, until)


def owner_in(turn: Turn) -> Contact | None:
    """Return the one contact who is named in a text about another's death: "Kari's dog died"."""
    ids = {one.contact_id for one in turn.utterance().mentions}
    return turn.book.contacts[ids.pop()] if len(ids) == 1 else None


def _nearest(line: Line, mentions: Sequence[Mention], until: int) -> Mention | str | None:
    """Return the contact or the relative who stands nearest before a token."""
    for place in range(until - 1, -1, -1):
        mention = next((one for one in mentions if one.end - 1 == place), None)
        if mention:
            return mention
        if _any_at(line, KIN, place, place + 1):
            return KIN
    return None


def _talked_about(turn: Turn, line: Line, until: int) -> Contact | None:
    contact_id = getattr(turn.question, "contact_id", None)
    if contact_id is None and (
        until == 0 or any(vocabulary(each).anywhere(line) for each in PRONOUNS)
    ):
        nudge = nudge_meant(turn)
        contact_id = nudge.contact_id if nudge else None
    return turn.book.contacts.get(contact_id) if contact_id is not None else None


def _any_at(line: Line, section: str, start: int, end: int) -> bool:
    return any(vocabulary(section).at(line, place) for place in range(start, end))


def _token_at(line: Line, start: int) -> int:
    """Return the first token from a place in the text on."""
    return next((n for n, token in enumerate(line.tokens) if token.start >= start), len(line))
