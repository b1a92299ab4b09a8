"""Plain messages that answer a nudge; it is Wednesday 16 September 2026, 14:05."""

from datetime import datetime

import pytest

from bot.languages import Language
from bot.understanding.moments.moments import Moment
from bot.understanding.replies.nudge_replies import Reply, Verb, read_reply
from tests.every_row import every_row
from tests.phrase_meanings import moment as moment_of
from tests.phrase_tables import lists, phrases, rows, unread

NOW = datetime(2026, 9, 16, 14, 5)  # noqa: DTZ001 - what people type is in local time

FORMS = [(typed, Verb(verb)) for typed, verb in lists("replies", "alone")]
TRIMMINGS = ["{}!", "{}.", "{} 🎉", "✅ {}", "{} :)", "{}...", "  {}\n", "{} ❤️", "{}!!! 😀"]


def _read(text: str, interface: Language = Language.EN) -> Reply | None:
    return read_reply(text, interface=interface, now=NOW)


@every_row(FORMS, Language)
def test_every_form_is_an_answer_in_any_interface(
    text: str, verb: Verb, interface: Language
) -> None:
    """Every form of done, later and tried alone, in any case, whatever the interface."""
    assert _read(text, interface) == Reply(verb)
    assert _read(text.upper(), interface) == Reply(verb)


@every_row(FORMS, TRIMMINGS)
def test_trimmings_change_nothing(text: str, verb: Verb, trimming: str) -> None:
    """Punctuation, emoji and space around an answer say nothing more."""
    assert _read(trimming.format(text)) == Reply(verb)


@every_row([f for f, verb in FORMS if verb is Verb.DONE])
def test_what_says_more_is_no_bare_reply(text: str) -> None:
    """Whoever tells more is read whole, elsewhere."""
    for mark in (", ", ". ", "! ", ": ", " - ", "\n", " 🎉 "):
        assert _read(f"{text}{mark}She got the Job!") is None


@every_row([form for form, _ in FORMS if "," not in form and " - " not in form])
def test_a_question_is_no_answer(text: str) -> None:
    """A form with a question mark asks; nothing is logged."""
    assert _read(f"{text}?") is None
    assert _read(f"{text} ?!") is None


@every_row(
    (typed, Verb(row["verb"]), moment_of(row["means"])) for typed, row in rows("replies", "moment")
)
def test_an_answer_may_have_a_moment(text: str, verb: Verb, moment: Moment) -> None:
    """A moment goes with an answer, in the direction of its verb; a bare one puts off."""
    assert _read(text) == Reply(verb, moment=moment)


@pytest.mark.parametrize("text", ["sent", "Sent!", "ok sent"])
def test_sent_is_done_only_in_english(text: str) -> None:
    """Trap 1: *sent* is *late* in Norwegian and Swedish."""
    answer = _read(text)
    assert answer is not None
    assert answer.verb is Verb.DONE
    assert _read(text, Language.NB) is None
    assert _read(text, Language.SV) is None


@every_row(phrases("replies", "late"), Language)
def test_sent_before_a_time_word_is_never_done(text: str, interface: Language) -> None:
    """Trap 1: "sent i kveld" is late tonight in every interface."""
    answer = _read(text, interface)
    assert answer is None or answer.verb is Verb.SNOOZE


@every_row(phrases("replies", "of_course"), Language)
def test_of_course_is_not_done(text: str, interface: Language) -> None:
    """Trap 2: *klart* counts only alone or before punctuation."""
    assert _read(text, interface) is None


@every_row(unread("replies"))
def test_anything_else_is_no_answer(text: str) -> None:
    """A phrase stands alone or before punctuation, a moment or a name; all else is not guessed."""
    assert _read(text, Language.NB) is None
