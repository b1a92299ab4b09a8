"""The buttons of how drafts sound, and of the user's own lines."""

from bot.application.change_voice import VoicePart
from bot.conversation.buttons.button import Button

EVERYBODY = 0
"""In the place of a contact's id: for all without a choice of their own."""
AS_IT_COMES, NONE = -1, -2
"""In the place of a number: what comes by itself, and nothing at all."""


class ShowVoice(Button, tag="vo"):
    """How drafts to a contact sound."""

    contact_id: int


class ShowVoicePart(Button, tag="vp"):
    """The choices for one part of it."""

    contact_id: int
    part: VoicePart


class SetVoicePart(Button, tag="vs"):
    """One of the choices, by its number."""

    contact_id: int
    part: VoicePart
    choice: int


class WriteVoicePart(Button, tag="vw"):
    """Words of the user's own for one part."""

    contact_id: int
    part: VoicePart


class ShowLines(Button, tag="ml"):
    """The user's own lines."""

    contact_id: int


class DropLine(Button, tag="dl"):
    """Delete one of the user's own lines."""

    line_id: int


class KeepLine(Button, tag="kl"):
    """Keep the text that was just looked at as a line of the user's own."""
