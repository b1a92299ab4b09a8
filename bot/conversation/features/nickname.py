"""/nickname: what drafts call a contact; by command, on the card, or as "I call Kari Kaz"."""

from collections.abc import Sequence

from bot.application.change_contact import set_nickname
from bot.application.write_nudge import opening_for
from bot.conversation.buttons.person_buttons import WriteNickname
from bot.conversation.effects import Message
from bot.conversation.router import HelpLine, router
from bot.conversation.turn import Turn
from bot.conversation.typed.fact import Fact
from bot.conversation.typed.instants import moment_typed
from bot.conversation.typed.stored import undoable
from bot.conversation.typed.which import nudge_meant, one_of, split_name
from bot.domain.names import clean_name, split_known
from bot.domain.records.contact import Contact
from bot.domain.records.question import AskNickname, AskWho
from bot.drafts.address import is_speakable
from bot.drafts.bank import LONGEST_NAME
from bot.understanding.cadences.cadences import find_cadence
from bot.understanding.facts.nicknames import (
    Naming,
    after_pronoun,
    read_naming,
    read_nickname,
)
from bot.understanding.moments.moments import Facing

DASHES = ("-", "\u2013", "\u2014")
"""What says "nothing" without a word, though it mostly parts a name from the rest."""
MOST_WORDS = 3
"""Words of a nickname that is told in plain words; more tell something else."""


def _part(turn: Turn, text: str) -> tuple[str, str]:
    name, said = split_name(turn, text)
    return name, said or next(filter(text.endswith, DASHES), "")


def _read(turn: Turn, _contact: Contact, said: str) -> str | None:
    naming = read_naming(said)
    told = _told_of(turn, naming)[1] if naming else ""
    nickname = read_nickname(clean_name(told or said))
    return nickname if not nickname or is_speakable(nickname) else None


def _keep(turn: Turn, contact: Contact, nickname: str) -> None:
    turn.book = set_nickname(turn.book, contact, nickname)
    text_id = "nickname.set" if nickname else "nickname.none"
    opening = opening_for(turn.book, turn.book.contacts[contact.id])
    lines = [
        turn.texts(text_id, name=contact.name, nickname=nickname),
        turn.texts("nickname.begins", opening=opening),
    ]
    turn.show(undoable(turn, Message("\n".join(lines))))


def _ask(turn: Turn, contact: Contact, said: str) -> None:
    text_id = "nickname.unfit" if said else "nickname.ask"
    turn.say(text_id, name=contact.name, text=said, limit=LONGEST_NAME)


NICKNAME = Fact("nickname", _part, _read, _keep, AskNickname, _ask)
NICKNAME.register(router, HelpLine.TELL)
router.question(AskNickname, open_ended=True)(NICKNAME.answered)
router.button(WriteNickname)(NICKNAME.asked_for)


def nickname_told(turn: Turn) -> bool:
    """Take "I call Kari Kaz", whatever is asked; False when it is something else.

    Of what may as well be a habit or a plan ("I call Kari Sundays"), only capitals that are no
    time are a nickname.
    """
    naming = read_naming(turn.text)
    found, said = _told_of(turn, naming) if naming else ((), "")
    if not (naming and found and _is_nickname(turn, naming, said)):
        return False
    typed = naming.rest.removesuffix(said).strip()
    contact = one_of(turn, found, typed, AskWho(NICKNAME.word, note=said))
    if contact:
        NICKNAME.take(turn, contact, said)
    return True


def _is_nickname(turn: Turn, naming: Naming, said: str) -> bool:
    """Tell whether what is said of a contact is what they are called, or nothing at all."""
    is_short = 0 < len(said.split()) <= MOST_WORDS and read_nickname(said) is not None
    return is_short and (naming.is_sure or _is_like_name(turn, said))


def _told_of(turn: Turn, naming: Naming) -> tuple[Sequence[int], str]:
    """Return whom a naming is about, and what they are called; "her" is who is talked about."""
    after = after_pronoun(naming.rest)
    if after is None:
        return split_known(turn.book.names(), naming.rest)
    nudge = nudge_meant(turn)
    asked = getattr(turn.question, "contact_id", nudge.contact_id if nudge else None)
    return [key for key in turn.book.contacts if key == asked], after


def _is_like_name(turn: Turn, said: str) -> bool:
    nickname = read_nickname(said) or ""
    has_capitals = all(word[0].isupper() for word in nickname.split())
    is_time = find_cadence(said) or moment_typed(said, turn, Facing.FUTURE)
    return is_speakable(nickname) and has_capitals and not is_time
