"""A text of the bank as one user would send it to one contact: filled, in their voice.

The greeting, the closing and the emoji are theirs where they have any; nothing else varies.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.chance import mix
from bot.domain.records.voice import THEIR_NAME, Heard, Voice
from bot.drafts.address import PICTURES
from bot.drafts.bank import NAME, Bank, BankText, joined
from bot.drafts.draft_text import BLANK
from bot.drafts.words import words_of

SHORT_MESSAGE = 60
"""Code points up to which a message is a short one."""
GREETED = re.compile(rf"[ ,]*{re.escape(THEIR_NAME)}")
LONGEST_GREETING, LONGEST_SIGN_OFF = 4, 3
"""Words of what may be a greeting, and a sign-off, in a message."""
OPENING = re.compile(r"^([^\n.!?,:]{1,40})([.!,:\n])\s*")
ENDING = re.compile(r"(?:^|[.!?…\n])\s*([^\n.!?]{1,30}?)([.!]?)$")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words they are and whom they are for.

    Attributes:
        voice: what the user chose or usually writes.
        bank: the bank of the language.
        name: the first name of the contact; "" where none can stand in a text.
        is_work: whether it is a contact of work, who is greeted as most are.
    """

    voice: Voice
    bank: Bank
    name: str
    is_work: bool = False

    @property
    def greeting(self) -> str:
        """The one greeting that this contact gets, chosen once by chance where nobody chose it."""
        chosen = self.voice.greeting
        if chosen is None:
            greetings = self.bank.greetings
            seed = 0 if self.is_work else mix(int.from_bytes(self.name.encode()[:7]))
            chosen = greetings[seed % len(greetings)]
        return greeted(chosen, self.name)

    def say(self, text: BankText, slots: Mapping[str, str], added: str = "") -> str:
        """Return a text with its slots filled, in this voice.

        Args:
            text: a text of the bank.
            slots: what fills it, the name aside; a slot without a filling is a blank.
            added: a sentence of the user's own after it; "" for none.
        """
        filling = dict.fromkeys(text.slots, BLANK) | {NAME: self.name, **slots}
        return joined(
            self.greeting if text.greeting else "",
            text.filled(filling),
            _theirs(text.emoji, self.voice.emoji),
            added,
            _theirs(text.closing, self.voice.sign_off),
        )

    def is_able(self, text: BankText) -> bool:
        """Say whether a text can be said without a name where there is none."""
        return bool(self.name) or NAME not in text.slots


def greeted(greeting: str, name: str) -> str:
    """Return a greeting with a name in it, or without any where there is none."""
    return greeting.replace(THEIR_NAME, name) if name else GREETED.sub("", greeting)


def heard_in(text: str, bank: Bank, name: str, heard: Heard) -> Heard:
    """Return the counts with one more message of the user's; of the message itself nothing is kept.

    Args:
        text: what the user says they sent.
        bank: the bank of its language, by whose greetings and closings such words are known.
        name: what the contact is called; it becomes ``{name}``.
        heard: what was counted before.
    """
    emoji = PICTURES.findall(text)
    plain = PICTURES.sub("\n", text).strip()
    length = "short" if len(plain) <= SHORT_MESSAGE else "long"
    return heard.hearing(
        _opening(plain, bank, name), _ending(plain, bank), emoji[0] if emoji else "", length
    )


def _theirs(written: str, chosen: str | None) -> str:
    """Return what stands in a place that a text has: what was chosen, else as it was written."""
    return written if chosen is None or not written else chosen


def _opening(text: str, bank: Bank, name: str) -> str:
    """Return the greeting at the head of a message, with a mark of its own; "" for none."""
    found = OPENING.match(text)
    if not found or len(found[0]) == len(text):
        return ""
    said = found[1].strip()
    own = set(words_of(name))
    words = [word for word in words_of(said) if word not in own]
    known = {words_of(greeted(each, ""))[0] for each in (*bank.greetings, *bank.hellos)}
    if len(words_of(said)) > LONGEST_GREETING or (words and words[0] not in known):
        return ""
    mark = found[2] if found[2] in ".!" else "!"
    named = re.sub(re.escape(name), THEIR_NAME, said, flags=re.IGNORECASE) if name else said
    return f"{named[:1].upper()}{named[1:]}{mark}"


def _ending(text: str, bank: Bank) -> str:
    """Return the sign-off at the end of a message; "" for none."""
    found = ENDING.search(text)
    if not found or found.start(1) == 0:
        return ""
    words = words_of(found[1])
    known = {words_of(each)[0] for each in bank.sign_offs}
    if not words or len(words) > LONGEST_SIGN_OFF or words[0] not in known:
        return ""
    return found[1].strip()
