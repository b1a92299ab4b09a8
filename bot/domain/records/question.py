"""A question Hei asked and the user may answer by typing: at most one at a time.

Each question is a class of its own, kept in the Book so that it survives a restart.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from bot.domain import parameters as p
from bot.domain.clock.cadence import Cadence
from bot.domain.records.channels import Channel
from bot.domain.records.contact import Address


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A contact who is about to be added."""

    name: str
    address: Address = field(default_factory=Address)
    cadence: Cadence | None = None
    why: str = ""
    last_at: datetime | None = None
    channel: Channel | None = None


@dataclass(frozen=True, slots=True)
class AskName:
    """Who shall be added? ``rest`` is what was said about them already."""

    rest: str = ""
    about: Literal["name"] = "name"


@dataclass(frozen=True, slots=True)
class AskSame:
    """There is already one of that name: add another?"""

    newcomer: Newcomer
    about: Literal["same"] = "same"


@dataclass(frozen=True, slots=True)
class AskSeveral:
    """Shall each of the contacts in a text be added, or one together?"""

    text: str
    about: Literal["several"] = "several"


@dataclass(frozen=True, slots=True)
class AskLast:
    """When did you last talk with this contact, who was just added?"""

    contact_id: int
    about: Literal["last"] = "last"


@dataclass(frozen=True, slots=True)
class AskEase:
    """How is keeping in touch for you?"""

    about: Literal["ease"] = "ease"


@dataclass(frozen=True, slots=True)
class AskPlace:
    """Where are you, and what time is it there?"""

    onboarding: bool = False
    about: Literal["place"] = "place"


@dataclass(frozen=True, slots=True)
class AskQuiet:
    """From when to when shall Hei be quiet?"""

    about: Literal["quiet"] = "quiet"


@dataclass(frozen=True, slots=True)
class AskNote:
    """What is worth remembering about this contact?"""

    contact_id: int
    about: Literal["note"] = "note"


@dataclass(frozen=True, slots=True)
class AskWhy:
    """Why is this contact in your book?"""

    contact_id: int
    about: Literal["why"] = "why"


@dataclass(frozen=True, slots=True)
class AskCadence:
    """How often?"""

    contact_id: int
    about: Literal["pace"] = "pace"


@dataclass(frozen=True, slots=True)
class AskChannel:
    """How does the user reach this contact, and at which number or address?"""

    contact_id: int
    about: Literal["channel"] = "channel"


@dataclass(frozen=True, slots=True)
class AskLanguage:
    """In which language are the drafts for this contact? None means what Hei itself speaks."""

    contact_id: int | None = None
    about: Literal["language"] = "language"


@dataclass(frozen=True, slots=True)
class AskEnergy:
    """How much energy is there today?"""

    about: Literal["energy"] = "energy"


@dataclass(frozen=True, slots=True)
class AskText:
    """Which text of the user's own shall be looked at? It is not kept."""

    about: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class AskWords:
    """Which words of the user's own shall stand in the blank of this nudge's draft?"""

    nudge_id: int
    about: Literal["words"] = "words"


@dataclass(frozen=True, slots=True)
class AskVoice:
    """Which greeting, sign-off or emoji shall drafts have, for this contact or for everybody?"""

    part: Literal["greeting", "sign-off", "emoji"]
    contact_id: int | None = None
    about: Literal["voice"] = "voice"


@dataclass(frozen=True, slots=True)
class AskLine:
    """Which line of the user's own shall drafts take first, for this contact or for everybody?"""

    contact_id: int | None = None
    about: Literal["line"] = "line"


@dataclass(frozen=True, slots=True)
class AskTimes:
    """When does a hello suit this contact?"""

    contact_id: int
    about: Literal["times"] = "times"


@dataclass(frozen=True, slots=True)
class AskZone:
    """Where is this contact?"""

    contact_id: int
    about: Literal["zone"] = "zone"


@dataclass(frozen=True, slots=True)
class AskForget:
    """Forget this contact for good? None means everything."""

    contact_id: int | None = None
    about: Literal["forget"] = "forget"


@dataclass(frozen=True, slots=True)
class AskWho:
    """About whom was that? The user said what and maybe when, but not about whom.

    ``verb`` is a word of the chat's own. ``at`` is the instant that was said, ``dates`` the two
    that may have been meant, ``note`` what else was said.
    """

    verb: str
    note: str = ""
    at: datetime | None = None
    dates: tuple[date, date] | None = None
    about: Literal["who"] = "who"


@dataclass(frozen=True, slots=True)
class AskMeant:
    """What does this message mean? It waits here for the button."""

    typed: str
    about: Literal["meant"] = "meant"


@dataclass(frozen=True, slots=True)
class AskNickname:
    """What does the user call this contact?"""

    contact_id: int
    about: Literal["nickname"] = "nickname"


@dataclass(frozen=True, slots=True)
class AskWhen:
    """Which of two dates was meant? The rest of the sentence waits here.

    ``others`` are further contacts of whom the same was told.
    """

    verb: str
    contact_id: int | None = None
    nudge_id: int | None = None
    note: str = ""
    others: tuple[int, ...] = ()
    about: Literal["when"] = "when"


Question = (
    AskName
    | AskSame
    | AskSeveral
    | AskLast
    | AskEase
    | AskPlace
    | AskQuiet
    | AskNote
    | AskWhy
    | AskCadence
    | AskChannel
    | AskLanguage
    | AskEnergy
    | AskText
    | AskWords
    | AskVoice
    | AskLine
    | AskTimes
    | AskZone
    | AskForget
    | AskWho
    | AskWhen
    | AskMeant
    | AskNickname
)


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question and when it was raised; its buttons carry ``id``, so that older ones are stale."""

    id: int
    question: Question
    asked_at: datetime

    def is_live(self, now: datetime) -> bool:
        """Tell whether it still waits for an answer; after an hour it does not."""
        return now - self.asked_at < p.QUESTION_EXPIRES
