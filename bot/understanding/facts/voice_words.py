"""What is said of how drafts shall sound: "no emoji", "sign-off: Klem", "greeting Yo".

And what a user says they sent: "sent: yo, thought of you".
"""

from bot.domain.records.voice import Voice
from bot.understanding.words.listing import split_colon
from bot.understanding.words.tokens import Line
from bot.understanding.words.vocabulary import vocabulary

NOTHING = Voice()


def read_voice(text: str) -> Voice | None:
    """Return the part of a voice that words choose, "" for none of it; None if they choose none.

    Args:
        text: what was typed after the command and the name.
    """
    head, value = split_colon(text)
    line = Line.of(head if value else text)
    is_none = bool(vocabulary("voice_none").at(line, 0))
    start = vocabulary("voice_none").at(line, 0)[0].end if is_none else 0
    parts = vocabulary("voice_parts").at(line, start)
    if not parts:
        return None
    said = value or line.after(parts[0].end)
    is_none = is_none or bool(vocabulary("voice_none").at(Line.of(said), 0))
    if not said and not is_none:
        return None
    return Voice(**{parts[0].meaning: "" if is_none else said})


def read_sent(text: str) -> tuple[str, str] | None:
    """Return the name, if any, and the words that a user says they sent; None if it is no such."""
    head, sent = split_colon(text)
    line = Line.of(head)
    found = vocabulary("sent_labels").at(line, 0)
    return (line.after(found[0].end), sent) if found and sent else None
