"""What reaches Hei, freed from Telegram: who, what kind, and the words."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Sender:
    """Who wrote: the id is also that of the private chat."""

    id: int
    first_name: str
    language_code: str | None


@dataclass(frozen=True, slots=True)
class Typed:
    """A text, or the caption of a picture; ``reply_to`` is the message it answers.

    ``quoted`` holds the words of that message if they are the sender's own. ``first_sent``
    tells when a message was sent that was edited now; None when it is new.
    """

    update_id: int
    sender: Sender
    text: str
    message_id: int
    reply_to: int | None = None
    quoted: str = ""
    first_sent: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button; ``message_id`` carries it, None when Telegram does not know it any more.

    ``shown`` is the text to copy that the message holds; "" for none.
    """

    update_id: int
    sender: Sender
    data: str
    query_id: str
    message_id: int | None
    shown: str = ""


@dataclass(frozen=True, slots=True)
class SharedContact:
    """A contact from the user's phone book."""

    update_id: int
    sender: Sender
    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Other:
    """Anything else in a private chat: a sticker, a photo, a voice message."""

    update_id: int
    sender: Sender
    reply_to: int | None = None


Incoming = Typed | Pressed | SharedContact | Other
