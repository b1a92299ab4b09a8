"""Plain messages that answer a nudge; it is Wednesday 16 September 2026, 14:05."""

from datetime import date, datetime, timedelta

import pytest

from bot.languages import Language
from bot.understanding.replies.nudge_replies import Reply, Verb, read_reply
from bot.understanding.time.moments import Day, Elapsed, Hour, Moment, Two, Wrong
from tests.every_row import every_row
from tests.phrase_tables import lists

NOW = datetime(2026, 9, 16, 14, 5)  # noqa: DTZ001 - what people type is in local wall-clock time
YESTERDAY, TUESDAY = Day(date(2026, 9, 15)), Day(date(2026, 9, 15))
TOMORROW, FRIDAY = Day(date(2026, 9, 17)), Day(date(2026, 9, 18))
SATURDAY, IN_3_DAYS = Day(date(2026, 9, 19)), Day(date(2026, 9, 19))
IN_A_WEEK, TODAY = Day(date(2026, 9, 23)), Day(date(2026, 9, 16))

FORMS = [(typed, Verb(verb)) for typed, verb in lists("replies")]
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
def test_a_note_after_punctuation_is_kept(text: str) -> None:
    """In "done, she got the job" the note is whole and as typed."""
    for mark in (", ", ". ", "! ", ": ", " - ", " \u2013 ", "… ", "\n", " 🎉 "):
        assert _read(f"{text}{mark}She got the Job!") == Reply(Verb.DONE, note="She got the Job!")
    assert _read(f"{text} (at last we met)") == Reply(Verb.DONE, note="at last we met")


@every_row([form for form, _ in FORMS if "," not in form and " - " not in form])
def test_a_question_is_no_answer(text: str) -> None:
    """A form with a question mark asks; nothing is logged."""
    assert _read(f"{text}?") is None
    assert _read(f"{text} ?!") is None


@every_row([
        ("remind me tomorrow", Verb.SNOOZE, TOMORROW),
        ("in a week", Verb.SNOOZE, IN_A_WEEK),
        ("utsett til fredag", Verb.SNOOZE, FRIDAY),
        ("snooze 3 dager", Verb.SNOOZE, IN_3_DAYS),
        ("minn meg på det i morgen", Verb.SNOOZE, TOMORROW),
        ("om en uke", Verb.SNOOZE, IN_A_WEEK),
        ("til helga", Verb.SNOOZE, SATURDAY),
        ("til helgen", Verb.SNOOZE, SATURDAY),
        ("skjut upp till fredag", Verb.SNOOZE, FRIDAY),
        ("skjut på det till fredag", Verb.SNOOZE, FRIDAY),
        ("snooza 3 dagar", Verb.SNOOZE, IN_3_DAYS),
        ("påminn mig imorgon", Verb.SNOOZE, TOMORROW),
        ("om en vecka", Verb.SNOOZE, IN_A_WEEK),
        ("till helgen", Verb.SNOOZE, SATURDAY),
        ("snooze 3 days", Verb.SNOOZE, IN_3_DAYS),
        ("snooze for 3 days!", Verb.SNOOZE, IN_3_DAYS),
        ("snooze until friday", Verb.SNOOZE, FRIDAY),
        ("maybe tomorrow", Verb.SNOOZE, TOMORROW),
        ("kanskje i morgen", Verb.SNOOZE, TOMORROW),
        ("jag ringer henne imorgon", Verb.SNOOZE, TOMORROW),
        ("I'll do it tomorrow", Verb.SNOOZE, TOMORROW),
        ("efter helgen", Verb.SNOOZE, Day(date(2026, 9, 21))),
        ("utsett til over helga", Verb.SNOOZE, Day(date(2026, 9, 21))),
        ("ikke i dag, i morgen", Verb.SNOOZE, TOMORROW),
        ("snooze 2h", Verb.SNOOZE, Elapsed(timedelta(hours=2))),
        ("not now, tomorrow", Verb.SNOOZE, TOMORROW),
        ("not today - tomorrow", Verb.SNOOZE, TOMORROW),
        ("no, tomorrow", Verb.SNOOZE, TOMORROW),
        ("tomorrow", Verb.SNOOZE, TOMORROW),
        ("tomorrow please", Verb.SNOOZE, TOMORROW),
        ("friday", Verb.SNOOZE, FRIDAY),
        ("på fredag", Verb.SNOOZE, FRIDAY),
        ("later today", Verb.SNOOZE, TODAY),
        ("senere i dag", Verb.SNOOZE, TODAY),
        ("senare idag", Verb.SNOOZE, TODAY),
        ("tonight", Verb.SNOOZE, Hour(datetime(2026, 9, 16, 19))),  # noqa: DTZ001
        ("I morgen formiddag", Verb.SNOOZE, Hour(datetime(2026, 9, 17, 10))),  # noqa: DTZ001
        ("etter middag", Verb.SNOOZE, Hour(datetime(2026, 9, 16, 18))),  # noqa: DTZ001
        ("next tuesday", Verb.SNOOZE, Two(date(2026, 9, 22), date(2026, 9, 29))),
        ("utsett til neste tirsdag", Verb.SNOOZE, Two(date(2026, 9, 22), date(2026, 9, 29))),
        ("snooze yesterday", Verb.SNOOZE, Wrong()),
        ("done yesterday", Verb.DONE, YESTERDAY),
        ("ringte i går", Verb.DONE, YESTERDAY),
        ("skickat i tisdags", Verb.DONE, TUESDAY),
        ("called on tuesday", Verb.DONE, TUESDAY),
        ("called her yesterday", Verb.DONE, YESTERDAY),
        ("done, yesterday", Verb.DONE, YESTERDAY),
        ("done tomorrow", Verb.DONE, Wrong()),
        ("no answer yesterday", Verb.TRIED, YESTERDAY),
        ("called yesterday but no answer", Verb.TRIED, YESTERDAY),
        ("fick inte tag i henne i går", Verb.TRIED, YESTERDAY),
    ])  # fmt: skip
def test_an_answer_may_have_a_moment(text: str, verb: Verb, moment: Moment) -> None:
    """A moment goes with an answer, in the direction of its verb; a bare one puts off."""
    assert _read(text) == Reply(verb, moment=moment)


@every_row(
    [
        ("talked to Kari yesterday", Reply(Verb.DONE, "Kari", YESTERDAY)),
        ("called mum", Reply(Verb.DONE, "mum")),
        ("snakket med Kari i går", Reply(Verb.DONE, "Kari", YESTERDAY)),
        ("pratat med Kari igår", Reply(Verb.DONE, "Kari", YESTERDAY)),
        ("skrev til Ola", Reply(Verb.DONE, "Ola")),
        ("ringde mamma", Reply(Verb.DONE, "mamma")),
        ("I called Kari Nordmann!", Reply(Verb.DONE, "Kari Nordmann")),
        ("Jag har ringt Åse i tisdags", Reply(Verb.DONE, "Åse", TUESDAY)),
        ("talked to Kari, she got the job", Reply(Verb.DONE, "Kari", note="she got the job")),
        ("called Kari yesterday, she moved", Reply(Verb.DONE, "Kari", YESTERDAY, "she moved")),
        ("called Kari yesterday she moved", Reply(Verb.DONE, "Kari", YESTERDAY, "she moved")),
        ("skrev til Helga", Reply(Verb.DONE, "Helga")),
        ("ringte Man i går", Reply(Verb.DONE, "Man", YESTERDAY)),
        ("called Min Sun", Reply(Verb.DONE, "Min Sun")),
        ("called May", Reply(Verb.DONE, "May")),
        ("called Kari about the job", Reply(Verb.DONE, "Kari", note="about the job")),
        ("talked to her about the job", Reply(Verb.DONE, note="about the job")),
        ("snakket med henne om jobben", Reply(Verb.DONE, note="om jobben")),
        ("couldn't reach Kari", Reply(Verb.TRIED, "Kari")),
        ("fikk ikke tak i Ola i går", Reply(Verb.TRIED, "Ola", YESTERDAY)),
        ("fick inte tag på Elin", Reply(Verb.TRIED, "Elin")),
        ("called Kari, no answer", Reply(Verb.TRIED, "Kari")),
        ("called Kari but no answer", Reply(Verb.TRIED, "Kari")),
        ("ringte Kari i går, men ikke svar", Reply(Verb.TRIED, "Kari", YESTERDAY)),
        ("hopp over Kari", Reply(Verb.SKIP, "Kari")),
        ("met Anne-Marie O'Brien", Reply(Verb.DONE, "Anne-Marie O'Brien")),
        ("called Kari tue", Reply(Verb.DONE, "Kari", TUESDAY)),
        ("done yesterday, she got the job", Reply(Verb.DONE, "", YESTERDAY, "she got the job")),
        ("done yesterday she got the job", Reply(Verb.DONE, "", YESTERDAY, "she got the job")),
        ("done - great talk", Reply(Verb.DONE, note="great talk")),
        ("gjort! hun var glad", Reply(Verb.DONE, note="hun var glad")),
        ("klart, hon blev glad", Reply(Verb.DONE, note="hon blev glad")),
        ("klart! hon blev glad", Reply(Verb.DONE, note="hon blev glad")),
        (
            "snooze 3 weeks, on holiday",
            Reply(Verb.SNOOZE, "", Day(date(2026, 10, 7)), "on holiday"),
        ),
        ("later, in a meeting", Reply(Verb.SNOOZE, note="in a meeting")),
        ("called " + "very " * 40 + "long", Reply(Verb.DONE, "very " * 40 + "long")),
        ("done :D", Reply(Verb.DONE)),
        ("done (", Reply(Verb.DONE)),
        ("done (thanks", Reply(Verb.DONE, note="thanks")),
        ("talked with dad for an hour", Reply(Verb.DONE, "dad")),
        ("snakket med pappa i to timer i går", Reply(Verb.DONE, "pappa", YESTERDAY)),
        ("met Kari for lunch yesterday", Reply(Verb.DONE, "Kari", YESTERDAY)),
        ("pratat med mamma i telefon idag", Reply(Verb.DONE, "mamma", TODAY)),
        ("called on the phone but no answer", Reply(Verb.TRIED)),
        ("talked for two hours, so good", Reply(Verb.DONE, note="so good")),
        ("talked to Kari about her job", Reply(Verb.DONE, "Kari", note="about her job")),
        ("pratade med Karin om jobbet", Reply(Verb.DONE, "Karin", note="om jobbet")),
        ("sendte melding til Kari", Reply(Verb.DONE, "Kari")),
        ("skickade sms till Karin igår", Reply(Verb.DONE, "Karin", YESTERDAY)),
        ("called Kari, thanks", Reply(Verb.DONE, "Kari")),
        ("done thanks! she says hi", Reply(Verb.DONE, note="she says hi")),
        ("done, thanks! she says hi", Reply(Verb.DONE, note="she says hi")),
    ]
)
def test_an_answer_may_name_somebody_and_have_a_note(text: str, answer: Reply) -> None:
    """The name is what follows the preposition, the note what comes after it; both as typed."""
    assert _read(text) == answer


@pytest.mark.parametrize("text", ["sent", "Sent!", "sent, she liked it", "ok sent"])
def test_sent_is_done_only_in_english(text: str) -> None:
    """Trap 1: *sent* is *late* in Norwegian and Swedish."""
    answer = _read(text)
    assert answer is not None
    assert answer.verb is Verb.DONE
    assert _read(text, Language.NB) is None
    assert _read(text, Language.SV) is None


@pytest.mark.parametrize("interface", Language)
@pytest.mark.parametrize(
    "text",
    ["sent i kveld", "sent ikväll", "sent i kväll", "sent tonight", "sent yesterday", "sent i går",
     "sent på kvelden", "sent om kvelden", "sent i dag", "seint i kveld"],
)  # fmt: skip
def test_sent_before_a_time_word_is_never_done(text: str, interface: Language) -> None:
    """Trap 1: "sent i kveld" is late tonight in every interface."""
    answer = _read(text, interface)
    assert answer is None or answer.verb is Verb.SNOOZE


@pytest.mark.parametrize("interface", Language)
@pytest.mark.parametrize(
    "text",
    ["Klart det!", "klart jag skriver", "såklart", "Såklart!", "klart att jag gör", "det är klart",
     "klart i går", "klart i morgon", "självklart", "klart som korvspad", "klart det är gjort"],
)  # fmt: skip
def test_of_course_is_not_done(text: str, interface: Language) -> None:
    """Trap 2: *klart* counts only alone or before punctuation."""
    assert _read(text, interface) is None


@every_row(["", " ", "!", "😀", "?", "not done", "almost done?", "I'm done with this bot", "done?",
     "done with it", "talked to her for an hour of course", "donezo",
     "done-ish", "undone", "ikke ferdig", "inte klart", "ikke gjort",
     "abgesendet", "she is done", "when done", "called it a day", "called it off",
     "talked to", "talked to her mother", "skrev bok", "called Kari?", "talked to Kari yesterday?",
     "done yesterday?", "today", "i dag", "sun", "18:30", "24/12", "3 days", "weekend", "i tisdags",
     "yesterday", "hello", "hei", "hej", "what is this", "thanks", "ok", "ja", "nei", "later than",
     "a note", "the skip", "who called", "call Kari", "ring Kari", "skriv til Ola", "i sent",
     "remind me", "remind me of Kari", "done but she was sad",
     "called but", "utsett alt", "sent", "no, done", "no, called Kari", "not really done", "talk",
     "done done done?", "every week", "Kari", "Kari yesterday", "called - ?", "called, ?",
     "snooze alarm", "skip?", "ringte ikke", "ringde inte", "called not", "called about",
     "snakket ikke med henne",
     "will do", "till hösten", "hun svarte!", "done yesterday but not really", "i mai?", "om",
     "i kveld?"])  # fmt: skip
def test_anything_else_is_no_answer(text: str) -> None:
    """A phrase stands alone or before punctuation, a moment or a name; all else is not guessed."""
    assert _read(text, Language.NB) is None
