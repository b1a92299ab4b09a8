"""Where the user, or somebody they worry about, reaches a human being who helps."""

from collections.abc import Sequence

from bot.conversation.texts import Texts
from bot.domain.clock.wall_time import country_of
from bot.domain.records.profile import Profile
from bot.lexicons.helplines import Helpline, helplines_in

LINES = ("need.line", "need.second-line")
"""The first line, and the one for when it is busy."""


def help_lines(profile: Profile) -> Sequence[str]:
    """Return whom to call in danger now, and where a human being listens."""
    return [_danger_line(profile), *helpline_lines(profile)]


def _danger_line(profile: Profile) -> str:
    """Return whom to call in danger now, by the country of the user's zone."""
    texts, number = Texts(profile.language), helplines_in(country_of(profile.zone)).emergency
    return texts("need.danger", number=number) if number else texts("need.danger-anywhere")


def helpline_lines(profile: Profile) -> Sequence[str]:
    """Return a line for each helpline of the user's country, the first one first."""
    texts = Texts(profile.language)
    ways = (_way(texts, line) for line in helplines_in(country_of(profile.zone)).lines)
    return [texts(text_id, way=way) for text_id, way in zip(LINES, ways, strict=False)]


def _way(texts: Texts, line: Helpline) -> str:
    if line.text:
        return texts.label("need.by-text", name=line.name, word=line.word, number=line.text)
    return texts.label("need.by-call", name=line.name, number=line.call or line.web)
