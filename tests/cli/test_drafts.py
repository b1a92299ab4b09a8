"""What `hei drafts check` promises: a verdict a line, and a clear word when a line is no draft."""

import asyncio
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.cli import main
from bot.drafts.kinds import DraftKind
from bot.languages import Language
from bot.languages.data import file
from tests.fakes.model_server import ModelServer, model_server

ROOT = Path(__file__).parents[2]


def judged(given: bytes, *arguments: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command on some bytes of standard input, in a plain locale."""
    return subprocess.run(  # noqa: S603
        [sys.executable, "-m", "bot", "drafts", "check", *arguments],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LC_ALL": "C", **environ},
        input=given,
        capture_output=True,
        timeout=20,
        check=False,
    )


def lines(*texts: str) -> bytes:
    """Return texts as they are given to the command."""
    objects = [json.dumps({"text": text}, ensure_ascii=False) for text in texts]
    return "".join(f"{each}\n" for each in objects).encode()


def test_each_line_gets_its_verdict() -> None:
    """Good or bad, the code is 0; spans are code points."""
    done = judged(lines("🙂 Du ringer aldri.", "Hei! Ha det fint."), "--lang", "nb")
    bad, good = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 0
    assert bad == {
        "passes": False,
        "hits": [{"rule": "R4", "severity": "hard", "span": [2, 17]}],
    }
    assert good == {"passes": True, "hits": []}


def test_channel_and_type_count() -> None:
    """A card is short, and a plain hello asks nothing."""
    card = judged(lines("Kind thoughts. All good. Be well."), "--lang", "en", "--channel", "card")
    hello = judged(lines("Tea or cake? Be well."), "--lang", "en", "--type", "just-hi")
    assert json.loads(card.stdout)["hits"][0]["rule"] == "R2"
    assert json.loads(hello.stdout)["hits"][0]["rule"] == "R3"


@pytest.mark.parametrize(
    "wrong",
    [b"no json\n", b"[]\n", b"{}\n", b'{"text": 1}\n', b"\xff\n", b"\n" + lines("x"), b"[" * 9999],
)
def test_a_malformed_line_is_named(wrong: bytes) -> None:
    """What came before is judged; the line is told by its number, the code is 2."""
    done = judged(lines("Hi.") + wrong, "--lang", "en")
    assert done.returncode == 2
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr.startswith(b"hei: line 2: ")
    assert done.stderr.count(b"\n") == 1


def test_an_empty_line_may_stand_last() -> None:
    """A file may end with one, and may be empty."""
    assert judged(lines("Hi.") + b"\n", "--lang", "en").returncode == 0
    assert judged(b"", "--lang", "en").stdout == b""


def test_wrong_words_are_wrong_usage() -> None:
    """An unknown language, and no deed at all."""
    assert judged(b"", "--lang", "xx").returncode == 2
    assert judged(b"").returncode == 2


def test_a_reader_who_leaves_is_no_fault() -> None:
    """The program ends quietly when nobody reads on, and answers line by line before that."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "drafts", "check", "--lang", "en"],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(lines("Hi."))
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["passes"] is True
        process.stdout.close()
        process.stdin.write(lines("Hi.") * 3)
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def lines_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, str]]:
    """Return what ``hei drafts sample`` writes, read."""
    assert main(["drafts", "sample", *arguments]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", DraftKind)
def test_samples_are_new_texts_of_their_kind(
    capsys: pytest.CaptureFixture[str], language: Language, kind: DraftKind
) -> None:
    """As many as asked for, none twice, each with its kind, whole without the blank."""
    found = lines_of(capsys, "--lang", language, "--type", kind, "--name", "Elin", "--count", "10")
    assert len({line["text"] for line in found if "shown" not in line}) in {0, 10}
    assert {line["type"] for line in found} == {kind}
    assert not any("«" in line["text"] for line in found)


def test_the_same_seed_gives_the_same_samples(capsys: pytest.CaptureFixture[str]) -> None:
    """Samples can be made again; another seed makes others."""
    asked = ["--lang", "sv", "--name", "Elin", "--count", "5", "--seed"]
    assert lines_of(capsys, *asked, "1") == lines_of(capsys, *asked, "1")
    assert lines_of(capsys, *asked, "1") != lines_of(capsys, *asked, "2")


@pytest.mark.parametrize(
    ("language", "note", "woven"),
    [
        ("en", "likes jazz", "jazz"),
        ("nb", "liker jazz", "jazz"),
        ("sv", "gillar jazz", "jazz"),
        ("nb", "new dog", None),
        ("en", "her mother died", None),
    ],
)
def test_a_note_is_woven_in_its_form_or_left_out(
    capsys: pytest.CaptureFixture[str], language: str, note: str, woven: str | None
) -> None:
    """What fits no sentence, is in another language or hard stays out."""
    asked = ["--lang", language, "--type", "thinking-of-you", "--name", "Kari", "--note", note]
    for line in lines_of(capsys, *asked, "--count", "1"):
        assert woven in line["text"].casefold() if woven else note not in line["text"]


def test_a_draft_that_waits_for_words_shows_its_blank(capsys: pytest.CaptureFixture[str]) -> None:
    """What is copied has no blank; what is seen has one."""
    (line,) = lines_of(capsys, "--lang", "en", "--type", "tip", "--count", "1")
    assert "«…»" in line["shown"]
    assert "«" not in line["text"]


def test_a_note_fills_a_kind_that_takes_typed_words(capsys: pytest.CaptureFixture[str]) -> None:
    """A tip is what is typed for it."""
    asked = ["--lang", "en", "--type", "tip", "--note", "a podcast about bees", "--count", "1"]
    (line,) = lines_of(capsys, *asked)
    assert "podcast about bees" in line["text"]


def test_a_channel_sets_the_length(capsys: pytest.CaptureFixture[str]) -> None:
    """A text message has 160 characters."""
    asked = ["--lang", "en", "--type", "memory", "--name", "Kari", "--channel", "sms"]
    assert all(len(line["text"]) <= 160 for line in lines_of(capsys, *asked, "--count", "40"))


@pytest.mark.parametrize(
    "arguments",
    [
        ["sample", "--lang", "xx"],
        ["sample", "--lang", "en", "--type", "sonnet"],
        ["sample", "--lang", "en", "--count", "0"],
        ["sample", "--lang", "en", "--count", "many"],
        ["sample"],
        [],
    ],
)
def test_wrong_usage_ends_with_two(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be meant is named, and nothing is written."""
    with pytest.raises(SystemExit) as ended:
        main(["drafts", *arguments])
    assert ended.value.code == 2
    assert not capsys.readouterr().out


def test_proof_is_silent_about_what_is_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that keeps every promise has no line and ends with 0."""
    whole = tmp_path / "whole.toml"
    whole.write_text(_marked(file(Language.EN, "drafts.toml").read_text(encoding="utf-8")))
    assert main(["drafts", "proof", "--lang", "en", str(whole)]) == 0
    assert not capsys.readouterr().out


def test_proof_names_faults_and_files_that_cannot_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """1 and a line for each fault; 2 where there is nothing to proofread."""
    source = file(Language.EN, "drafts.toml")
    spoilt = tmp_path / "mine.toml"
    text = _marked(source.read_text(encoding="utf-8"))
    row = '{ text = "You never call.", thought = "t" },'
    spoilt.write_text(text.replace("\nmemory = [\n", f"\nmemory = [\n{row}\n", 1))
    assert main(["drafts", "proof", "--lang", "en", str(spoilt)]) == 1
    said = capsys.readouterr().out
    assert "memory: presses on its reader (R4): 'You never call.'" in said
    assert "memory: is not marked as sent by 2 readers (unmarked): 'You never call.'" in said
    for broken in ("no toml [", '[texts]\njust-hi = [{ text = "{x}" }]'):
        spoilt.write_text(broken)
        assert main(["drafts", "proof", "--lang", "en", str(spoilt)]) == 2
    assert main(["drafts", "proof", "--lang", "en", str(tmp_path / "none.toml")]) == 2
    assert "none.toml" in capsys.readouterr().err


def _marked(text: str) -> str:
    """Return a file of texts as if two readers had marked them all."""
    return re.sub(r"marks = \[.*?\]", 'marks = ["send", "send"]', text)


async def sampled(server: ModelServer, *arguments: str) -> dict[str, str]:
    """Return the line that a sample of one draft writes, with a model at work beside it."""
    done = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", *SAMPLE, *arguments),
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "HEI_DRAFTS__MODEL__BASE_URL": server.base_url,
            "HEI_DRAFTS__MODEL__NAME": "tiny",
        },
        stdout=asyncio.subprocess.PIPE,
    )
    written, _ = await done.communicate()
    assert done.returncode == 0
    line: dict[str, str] = json.loads(written)
    return line


SAMPLE = ("drafts", "sample", "--lang", "en", "--count", "1", "--model")


async def test_a_variant_stands_beside_its_draft() -> None:
    """What a user would see, the name in it again; the model never had it."""
    async with model_server(says="You crossed my mind today.") as server:
        line = await sampled(server, "--name", "Kari")
    assert line["variant"] == "You crossed my mind today."
    assert "Kari" not in str(server.asked)


async def test_a_refused_answer_is_shown_with_the_reason() -> None:
    """Whoever chooses a model sees what it does wrong; silence is no reason."""
    async with model_server(says="See you on Friday!") as server:
        line = await sampled(server)
        assert (line["answer"], line["refused"]) == ("See you on Friday!", "grounding")
        server.status = 500
        line = await sampled(server)
        assert line["answer"] == ""
        assert "refused" not in line


@pytest.mark.parametrize(
    "arguments",
    [
        ("--type", "condolence"),
        ("--type", "honest-ask"),
        ("--type", "thinking-of-you", "--note", "her mother died"),
    ],
)
async def test_what_is_hard_or_needs_words_is_not_asked_about(arguments: Sequence[str]) -> None:
    """Such drafts are shown as they are, and nothing leaves."""
    async with model_server(says="You crossed my mind today.") as server:
        line = await sampled(server, *arguments)
    assert line.keys() <= {"shown", "text", "type"}
    assert server.asked == []


def test_without_a_model_a_sample_with_one_is_wrong(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It says which key is missing, or which is at fault."""
    monkeypatch.chdir(tmp_path)
    assert main(list(SAMPLE)) == 2
    assert "drafts.model.base_url" in capfd.readouterr().err
    monkeypatch.setenv("HEI_DRAFTS__MODEL__BASE_URL", "nonsense")
    assert main(list(SAMPLE)) == 2
    assert "drafts.model.base_url: 'nonsense' will not do" in capfd.readouterr().err
