"""The catalogues: complete, alike in the three languages, valid where they are shown, and calm."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import bot
from bot.conversation.features.help import command_menu
from bot.conversation.screens.availability_screen import NAMES, SETS
from bot.conversation.texts import MissingText, Texts, catalogue
from bot.domain.availability.usual_hours import DayPart
from bot.domain.clock.cadence import Cadence, Unit
from bot.domain.policy.check_ins import CheckIn
from bot.domain.policy.snoozing import SnoozeChoice
from bot.domain.records.change import ChangeKind
from bot.domain.records.channels import Channel
from bot.domain.records.contact import Standing
from bot.domain.records.contact_times import Preset, Tie
from bot.domain.records.nudge import Origin
from bot.drafts.kinds import DraftKind
from bot.languages import Language
from bot.languages.data import particulars
from bot.tryout.bot_api.entities import parse_html
from bot.tryout.bot_api.strict import the_commands
from bot.understanding.facts.addition_types import FieldFault
from tests.conversation.room import plain
from tests.every_row import every_row

SOURCES = [
    *Path(bot.__path__[0], "conversation").rglob("*.py"),
    *Path(bot.__path__[0], "domain").rglob("*.py"),
    Path(bot.__path__[0], "drafts", "kinds.py"),
]
IDS = sorted(catalogue(Language.EN).forms)
PLAIN = (
    "button.",
    "later.",
    "ago-choice.",
    "channel.",
    "preset.",
    "tie.",
    "days.",
    "menu.",
    "setting.",
    "quiet.",
    "since.",
)
"""Ids of labels, toasts and menus, where Telegram knows no HTML."""
PRESSURE = (
    r"streak|overdue|score|missed|points?\b|badge|behind|fail|hurry up|should have|must\b|debt"
    r"|don't forget|guilt|shame|guarantee|proven|scientif|poeng|forfalt|skyld|burde|glemte du"
    r"|gikk glipp|på etterskudd|bevis|poäng|försenad|skuld|borde|missat|glömde du|på efterkälken"
)
FIXED = {
    "button.done": ("Done", "Ferdig", "Klart"),
    "button.snooze": ("Snooze", "Senere", "Senare"),
    "button.another": ("Another", "Nytt forslag", "Nytt förslag"),
    "button.copy": ("Copy", "Kopier", "Kopiera"),
    "button.open-chat": ("Open chat", "Åpne chatten", "Öppna chatten"),
    "button.skip": ("Skip", "Hopp over", "Hoppa över"),
    "ease.question": (
        "How is keeping in touch for you?",
        "Hvordan er det for deg å holde kontakten?",
        "Hur är det för dig att hålla kontakten?",
    ),
    "ease.EASY": ("It comes easy", "Det går lett", "Det känns lätt"),
    "ease.BETWEEN": ("In between", "Midt imellom", "Mittemellan"),
    "button.keywords": ("Keywords", "Stikkord", "Stödord"),
    "button.too-much": ("Too much?", "Blir det for mye?", "Blir det för mycket?"),
    "ease.COSTS": ("It costs me", "Det koster krefter", "Det kostar på"),
    "later.today": ("Later today", "Senere i dag", "Senare i dag"),
    "later.tomorrow": ("Tomorrow morning", "I morgen formiddag", "I morgon förmiddag"),
    "later.weekend": ("At the weekend", "Til helga", "Till helgen"),
    "ago-choice.WEEK": ("This week", "Denne uka", "Den här veckan"),
    "ago-choice.WEEKS": ("Some weeks ago", "For noen uker siden", "För några veckor sedan"),
    "ago-choice.MONTHS": ("Some months ago", "For noen måneder siden", "För några månader sedan"),
    "ago-choice.UNKNOWN": ("Don't know", "Vet ikke", "Vet inte"),
    "done.closing": (
        "Finished. Nothing more to do.",
        "Ferdig. Du trenger ikke gjøre noe mer.",
        "Klart. Du behöver inte göra något mer.",
    ),
}
WORDINGS = {wording for language in Language for wording in particulars(language).paces}
CHOSEN_BY_VALUE = [
    *(f"add.problem.{fault.value}" for fault in FieldFault),
    *(f"{family}.{kind}" for family in ("undo", "since") for kind in ChangeKind),
    *(f"later.{later}" for later in SnoozeChoice),
    *(f"{family}.{channel}" for family in ("channel", "nudge.by") for channel in Channel),
    *(f"nudge.where.{channel}" for channel in Channel if channel.is_shown),
    *(f"reach.missing-{one.traits.missing}" for one in Channel if one.needs_address),
    *(f"calm.{check_in}" for check_in in CheckIn),
    *(f"nudge.moment.{part}" for part in DayPart),
    *(
        f"cadence.{unit}-{way}"
        for unit in Unit
        for one in Language
        for way in particulars(one).paces
    ),
    *(f"{view}.{one}" for view in ("preset", "over", "coming") for one in Preset),
    *(f"{view}{one}" for view in ("tie.", "suits.tie-") for one in Tie),
    *(f"days.{day}" for day in (*NAMES, *SETS.values())),
    *(f"kind.{kind}" for kind in DraftKind),
    *(f"because.{origin}" for origin in Origin),
    "soften.suspected",
    *(f"soften.r{number}" for number in range(1, 28)),
    *(f"{view}.{s}" for view in ("card", "hi") for s in Standing if s is not Standing.KEPT),
]


def shapes() -> Iterator[tuple[Language, str, str]]:
    """Yield every form of every sentence."""
    for language in Language:
        for text_id, forms in catalogue(language).forms.items():
            for form in forms:
                yield language, text_id, form


def blanks(form: str) -> set[str]:
    """Return the placeholders of a sentence."""
    return {name for _, name, _, _ in Formatter().parse(form) if name is not None}


@pytest.mark.parametrize("language", [Language.NB, Language.SV])
def test_the_catalogues_hold_the_same_ids_forms_and_placeholders(language: Language) -> None:
    """Promise: what can be said in English can be said in every language, of the same values."""
    english, other = catalogue(Language.EN).forms, catalogue(language).forms
    assert sorted(other) == sorted(english)
    for text_id, forms in english.items():
        assert len(other[text_id]) == len(forms), text_id
        ours = set().union(*map(blanks, forms)) - {"n"}
        theirs = set().union(*map(blanks, other[text_id])) - {"n"}
        assert theirs == ours, text_id
    assert all(form.strip() for forms in other.values() for form in forms)


@every_row(CHOSEN_BY_VALUE)
def test_every_value_that_chooses_a_sentence_has_one(text_id: str) -> None:
    """Promise: no fault, change, hour or channel leaves Hei speechless."""
    assert text_id in IDS


def said_in_sources() -> tuple[set[str], set[str]]:
    """Return every word of the sources, and every pattern an id is made by there."""
    words: set[str] = set()
    patterns: set[str] = set()
    for node in (node for path in SOURCES for node in ast.walk(ast.parse(path.read_text("utf-8")))):
        match node:
            case ast.Constant(value=str(word)) | ast.Name(id=word) | ast.Attribute(attr=word):
                words.add(word)
            case ast.keyword(arg=str(word)):
                words.add(word)
            case ast.JoinedStr(values=parts):
                made = (
                    re.escape(str(p.value)) if isinstance(p, ast.Constant) else "(.+)"
                    for p in parts
                )
                patterns.add("".join(made))
            case _:
                pass
    return words, {pattern for pattern in patterns if re.search(r"\w\\\.|\\\.\w", pattern)}


def test_every_sentence_is_said_somewhere_and_every_said_id_exists() -> None:
    """Promise: no dead sentence in the catalogues, no id without a sentence in the sources."""
    words, patterns = said_in_sources()
    known = words | {word.lower() for word in words}
    made = {
        text_id
        for text_id in IDS
        for pattern in patterns
        if (found := re.fullmatch(pattern, text_id)) and known.issuperset(found.groups())
    }
    said = words | made | set(CHOSEN_BY_VALUE)
    assert [text_id for text_id in IDS if text_id not in said] == []
    families = {text_id.partition(".")[0] for text_id in IDS}
    like_ids = {w for w in words if re.fullmatch(r"[a-z-]+\.[\w.-]*\w", w)}
    unknown = {w for w in like_ids - set(IDS) if w.partition(".")[0] in families}
    parts = {p.replace("\\", "").partition("(")[0] for p in patterns}
    assert {w for w in unknown if not any(part.startswith(w) for part in parts)} == set()


@pytest.mark.parametrize("language", Language)
def test_a_missing_sentence_is_an_error_that_names_it(language: Language) -> None:
    """Promise: never an empty message."""
    with pytest.raises(MissingText, match=f"{language}: no.such"):
        Texts(language)("no.such")


def test_every_sentence_is_valid_telegram_html() -> None:
    """Promise: only Telegram's tags, all closed; labels and menus without any."""
    for language, text_id, form in shapes():
        filled = form.format_map(dict.fromkeys(blanks(form), "1"))
        assert parse_html(filled)[0].strip(), (language, text_id)
        if text_id.startswith(PLAIN):
            assert not re.search(r"[<>&]", form), (language, text_id)


@pytest.mark.parametrize("language", Language)
def test_menus_are_valid_for_telegram(language: Language) -> None:
    """Promise: setMyCommands takes them as they are; each fits on a phone's line."""

    class Menu:
        @staticmethod
        def objects(_: str) -> list[dict[str, str]]:
            return [{"command": w, "description": d} for w, d in command_menu(language)]

    assert the_commands(Menu()) == Menu.objects("")  # type: ignore[arg-type]
    assert all(len(said) <= 40 for _, said in command_menu(language))


def test_no_sentence_presses_counts_or_claims() -> None:
    """Promise: no streaks, scores or lateness, no guilt, at most one exclamation mark."""
    banned = re.compile(PRESSURE, re.IGNORECASE)
    for language, text_id, form in shapes():
        assert not banned.search(form), (language, text_id, form)
        assert form.count("!") <= 1, (language, text_id, form)
        assert "  " not in form, (language, text_id, form)


def test_each_language_uses_its_own_quotation_marks() -> None:
    """Promise: “so” in English, «slik» in Norwegian, ”så” in Swedish."""
    foreign = {Language.EN: "«»", Language.NB: "“”", Language.SV: "«»“"}
    for language, text_id, form in shapes():
        assert not set(form) & set(foreign[language]), (language, text_id)


@pytest.mark.parametrize(("text_id", "wordings"), FIXED.items(), ids=FIXED)
def test_the_fixed_labels_are_as_agreed(text_id: str, wordings: tuple[str, str, str]) -> None:
    """Promise: labels and fixed sentences stay, to the letter."""
    assert tuple(Texts(language).label(text_id) for language in Language) == wordings


@pytest.mark.parametrize(
    ("language", "days", "said"),
    [
        (Language.EN, 13, "13 days ago"),
        (Language.EN, 21, "3 weeks ago"),
        (Language.NB, 21, "for 3 uker siden"),
        (Language.EN, 60, "9 weeks ago"),
        (Language.SV, 70, "för 2 månader sedan (måndag 22 december 2025)"),
        (Language.NB, 800, "for 2 år siden (lørdag 23. desember 2023)"),
    ],
)
def test_a_last_contact_is_told_as_one_says_it(language: Language, days: int, said: str) -> None:
    """Promise: today, yesterday, 3 weeks ago; of another year the date is told with it."""
    from datetime import date, timedelta

    today = date(2026, 3, 2)
    assert plain(Texts(language).ago(today - timedelta(days=days), today)) == said


@pytest.mark.parametrize(
    ("count", "pace"),
    [(3, "var tredje vecka"), (11, "var elfte vecka"), (13, "var 13:e vecka"),
     (21, "var 21:a vecka"),
     (22, "var 22:a vecka"), (30, "var 30:e vecka"), (31, "var 31:a vecka"),
     (101, "var 101:a vecka"), (111, "var 111:e vecka")],
)  # fmt: skip
def test_swedish_ordinals_end_as_they_are_said(count: int, pace: str) -> None:
    """Promise: "tjugoförsta" is written 21:a, "trettionde" 30:e."""
    assert Texts(Language.SV).cadence(Cadence(count, Unit.WEEK)) == pace
