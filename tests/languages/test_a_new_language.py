"""A new language is one folder and one line: the bot is copied, given both, and talked to."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

ROOT = Path(__file__).parents[2]
MARK = "Da: "
"""What every sentence of the copied catalogue begins with."""
LAST, LINE = '    SV = "sv"\n', '    DA = "da"\n'
"""The last language of the enum, and the one line that is added to code."""
OF_ITS_OWN = """
own_name = "Dansk"
codes = ["da"]
usual_zone = "Europe/Copenhagen"
after_z = "æøå"
neighbours = { "ä" = "æ", "ö" = "ø" }
before_place = "i"
months_first = false

[paces]
two = "n == 2"

[words]
everything = ["det hele"]
subject_marks = ["emne"]
listing = ["og"]
telling = ["hvad", "hvordan", "hedder", "uge", "meget", "laver", "aldrig"]
"""
TYPED = {
    "[units]": '"1 week" = ["uge", "uger"]',
    "[consent]": 'yes = ["jo da"]',
    "[done]": 'named = ["talte i går med"]',
    "[place_leads]": '0 = ["omkring"]',
}
"""Rows of the copied phrases, by their section: words that no other language has."""


def add_danish(package: Path) -> None:
    """Give a copy of the bot one folder and one line more."""
    folder = package / "languages" / "da"
    shutil.copytree(package / "languages" / "en", folder)
    (folder / "language.toml").write_text(OF_ITS_OWN, "utf-8")
    _rewrite(folder / "messages.po", marked)
    _rewrite(folder / "phrases.toml", with_danish_words)
    _rewrite(folder / "drafts.toml", lambda text: text.replace('text = "', 'text = "Davs. '))
    _rewrite(package / "languages" / "__init__.py", lambda text: text.replace(LAST, LAST + LINE))


def marked(catalogue: str) -> str:
    """Return a catalogue whose sentences all begin with the mark, but for patterns of dates."""
    head, *entries = catalogue.split("\n\n")
    said = (
        entry
        if 'msgid "date.' in entry
        else re.sub(r'^(msgstr(?:\[\d\])? ")', rf"\1{MARK}", entry, flags=re.MULTILINE)
        for entry in entries
    )
    return "\n\n".join((head, *said))


def with_danish_words(phrases: str) -> str:
    """Return phrases in which some rows have Danish words in place of English ones."""
    for section, row in TYPED.items():
        start = phrases.index(section)
        end = phrases.find("\n[", start)
        key = re.escape(row.partition(" = ")[0])
        rows = re.sub(rf"^{key} = .*$", row, phrases[start:end], flags=re.MULTILINE)
        assert row in rows
        phrases = phrases[:start] + rows + phrases[end:]
    return phrases


def _rewrite(path: Path, change: Callable[[str], str]) -> None:
    before = path.read_text("utf-8")
    after = change(before)
    assert after != before, path
    path.write_text(after, "utf-8")


@cache
def said() -> dict[str, dict[str, str | list[str]]]:
    """Return what a Hei that speaks Danish as well says, by chat and step."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        shutil.copytree(ROOT / "bot", folder / "bot", ignore=shutil.ignore_patterns("__pycache__"))
        add_danish(folder / "bot")
        (folder / "tests" / "conversation").mkdir(parents=True)
        shutil.copy(ROOT / "tests" / "conversation" / "room.py", folder / "tests" / "conversation")
        shutil.copy(Path(__file__).with_name("chat_in_danish.py"), folder)
        run = subprocess.run(
            [sys.executable, "chat_in_danish.py"],
            cwd=folder,
            env={"PATH": os.environ["PATH"], "PYTHONPATH": place},
            capture_output=True,
            check=False,
        )
    assert run.returncode == 0, run.stderr.decode()
    steps: dict[str, dict[str, str | list[str]]] = json.loads(run.stdout)
    return steps


CHAT = (
    ("start", "Hello Mette!"),
    ("ease", "How is keeping in touch for you?"),
    ("time", "Who would you like to keep in touch with?"),
    ("add", "Added Søren: Da: every week."),
    ("people", "Your people"),
    ("hi", "Søren\nDa: It takes about"),
    ("done", "Finished."),
    ("draft", "Søren\nDa: It takes about"),
    ("soften", "This is yours to decide."),
    ("card", "Søren\nDa: How often: Da: every week\nDa: Last contact: Da: yesterday"),
    ("drafts in Swedish", "From now on the drafts to Søren are in svensk."),
    ("settings", "Settings\nDa: Language: Dansk\nDa: Place: København"),
    ("languages", "Which language shall I speak?"),
    ("dansk", "I speak English now."),
    ("place", "It\u2019s 09:30 i Reykjavík."),
    ("forget", "Delete everything"),
)
"""Each step of the chat in Danish, and how the answer goes on after the mark."""


@pytest.mark.parametrize(("step", "sentence"), CHAT, ids=[step for step, _ in CHAT])
def test_each_step_is_understood_and_answered_from_the_new_folder(step: str, sentence: str) -> None:
    """Promise: a new language is one folder and one line; everything typed is understood."""
    answer = said()["danish"][step]
    first = answer if isinstance(answer, str) else answer[0]
    assert first.startswith(MARK + sentence)


def test_the_code_of_telegram_chooses_the_language_and_where_most_who_read_it_live() -> None:
    """Promise: da-DK is Danish, as nb-NO is Norwegian, and the clock is Copenhagen's."""
    chat = said()["danish"]
    assert (chat["language"], chat["zone"]) == ("da", "Europe/Copenhagen")


def test_its_alphabet_is_its_own() -> None:
    """Promise: æ, ø and å stand last; the Swedish ä is looked up at æ."""
    assert said()["danish"]["people"][1:] == ["Søren", "Ægir", "Ärla", "Åge"]


def test_its_own_name_stands_among_the_others() -> None:
    """Promise: whoever chose wrongly finds back."""
    names = ["English", "Norsk bokmål", "Svenska", "Dansk"]
    assert said()["danish"]["languages"][1:5] == names


def test_every_button_is_in_the_new_language() -> None:
    """Promise: nothing falls back on English; only names and places have no mark."""
    names = {"Søren", "Ægir", "Ärla", "Åge", "English", "Norsk bokmål", "Svenska", "Dansk"}
    labels = [label for label in said()["danish"]["labels"] if label not in names]
    assert len(labels) > len(names)
    others = [label for label in labels if not label.startswith(MARK)]
    assert all(re.fullmatch(r"\d\d:\d\d · [\w ]+", label) for label in others)


@pytest.mark.parametrize("chat", ["danish", "english"])
def test_its_texts_are_the_drafts(chat: str) -> None:
    """Promise: a draft in the new language is one of its own, whatever the interface."""
    steps = [said()[chat][step] for step in ("hi", "draft") if step in said()[chat]]
    assert steps
    assert all("Davs" in step[1] for step in steps)


def test_others_name_it_in_their_own_words() -> None:
    """Promise: a new language needs no new sentence in the other catalogues."""
    chat = said()["english"]
    assert chat["for Kari"] == "From now on the drafts to Kari are in Danish."
    assert "Drafts in Danish" in chat["Kari"]
    assert said()["others"]["named"] == ["Danish", "dansk", "danska", "dansk"]


def test_the_command_chooses_it_by_its_code() -> None:
    """Promise: /language da makes Hei speak it."""
    chat = said()["english"]
    assert (chat["da"], chat["language"]) == (f"{MARK}I speak English now.", "da")


def test_the_other_rooms_know_it_too() -> None:
    """Promise: a text is told by its little words and judged; menu and configuration have it."""
    others = said()["others"]
    assert (others["written"], others["configured"]) == ("da", "da")
    assert "R15" in others["rules"]
    assert all(description.startswith(MARK) for description in others["menu"])
