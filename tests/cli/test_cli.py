"""What the command line promises: one clear line for each fault, and how the program ends."""

import gc
import logging
import os
import re
import runpy
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.adapters.tinydb.folder import DataFolder
from bot.cli import main

ROOT = Path(__file__).parents[2]
TOKEN = "7100200300:AAE-secret_secret_secret_secret"  # noqa: S105  (opens nothing)
SECONDS = 20


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Work in an empty folder, without settings of this machine; log and signals are as before."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith("HEI_")]:
        monkeypatch.delenv(name)
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    signals = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield
    root.handlers, root.level = handlers, level
    for number, handler in signals.items():
        signal.signal(number, handler)


@contextmanager
def hei(*arguments: str, **environ: str) -> Iterator[subprocess.Popen[str]]:
    """Start the program as a process of its own, and end it if it has not ended."""
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "bot", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    guard = threading.Timer(SECONDS, process.kill)
    guard.start()
    try:
        yield process
    finally:
        guard.cancel()
        process.kill()
        process.communicate()


def address_of(process: subprocess.Popen[str]) -> str:
    """Return the address that a try-out prints when it is ready."""
    assert process.stdout is not None
    found = re.search(r"http://\S+", process.stdout.readline())
    assert found
    return found[0]


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    """`hei --version` tells it."""
    assert main(["--version"]) == 0
    assert re.fullmatch(r"hei \d+\.\d+\.\d+\n", capsys.readouterr().out)


def test_the_version_is_quick() -> None:
    """`hei --version` and wrong usage import neither Telegram nor pydantic."""
    heavy = "{'telegram', 'pydantic', 'tinydb', 'tornado', 'babel', 'apscheduler'}"
    code = (
        "import sys; from bot.cli import main; main(['--version']);"
        f"print({heavy} & set(sys.modules))"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "set()"


@pytest.mark.parametrize(
    "arguments",
    [
        ["fly"],
        ["run", "--port", "1"],
        ["try", "--port", "x"],
        ["try", "--port", "65536"],
        ["--config", "x"],
    ],
)
def test_wrong_usage_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Words that mean nothing end with 2 and the usage."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: hei" in capsys.readouterr().err


def test_a_run_without_a_token(capsys: pytest.CaptureFixture[str]) -> None:
    """`hei run` without a token says how to get one, and what works without."""
    assert main(["run"]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "@BotFather" in said
    assert "hei try" in said


@pytest.mark.parametrize("command", [["run"], []])
def test_a_wrong_configuration_is_2(
    command: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every fault of the configuration is a line of its own, and no traceback."""
    monkeypatch.setenv("HEI_LANGUAGE", "xx")
    monkeypatch.setenv("HEI_TELEGRAM__TOKEN", "no token")
    assert main(command) == 2
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(":")[1].strip() for line in lines] == ["language", "telegram.token"]
    assert all(line.startswith("hei: ") for line in lines)


def test_a_missing_file_is_2(capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not there is one line."""
    assert main(["run", "--config", "missing.toml"]) == 2
    assert "missing.toml" in capsys.readouterr().err


def test_a_check_without_faults(capsys: pytest.CaptureFixture[str]) -> None:
    """`hei check` ends with 0 when nothing is wrong."""
    assert main(["check"]) == 0
    assert "no faults" in capsys.readouterr().out


def test_a_check_names_every_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`hei check` names the faults of configuration and data together, and ends with 1."""
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    (data / "42.json").write_text("{", "utf-8")
    (data / "42.json").chmod(0o600)
    assert main(["check"]) == 1
    assert "42.json" in capsys.readouterr().out
    monkeypatch.setenv("HEI_LANGUAGE", "xx")
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "language: " in said
    assert "42.json" in said


def test_a_check_of_no_known_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A data folder that is no text is a fault of the configuration alone."""
    (tmp_path / "config.toml").write_text("data_dir = 3", "utf-8")
    assert main(["check"]) == 1
    assert capsys.readouterr().out.startswith("data_dir: 3 will not do")


def test_a_held_folder_is_3(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A data folder that another process holds ends with 3."""
    folder = DataFolder(tmp_path / "data")
    folder.claim()
    try:
        monkeypatch.setenv("HEI_TELEGRAM__TOKEN", TOKEN)
        assert main(["run"]) == 3
        assert "another process holds" in capsys.readouterr().err
        assert main(["try", "--data", str(tmp_path / "data")]) == 3
    finally:
        folder.release()


def test_an_unusable_folder_is_2(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A data folder that is a file is one line."""
    (tmp_path / "file").write_text("")
    assert main(["try", "--data", "file"]) == 2
    assert capsys.readouterr().err.startswith("hei: data_dir: ")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_taken_port_is_2(capsys: pytest.CaptureFixture[str]) -> None:
    """A port that somebody listens on is one line."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["try", "--port", str(port)]) == 2
    gc.collect()  # tornado leaves the socket that it could not bind to the garbage
    assert f"--port: {port}" in capsys.readouterr().err


def test_the_demo(capsys: pytest.CaptureFixture[str]) -> None:
    """`hei try --demo` shows a whole loop and ends with 0."""
    assert main(["try", "--demo"]) == 0
    assert "/start" in capsys.readouterr().out


def test_a_reader_of_the_demo_may_leave() -> None:
    """`hei try --demo | head` ends with 0 and without a traceback."""
    with hei("try", "--demo") as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(timeout=20) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_is_0(number: signal.Signals) -> None:
    """SIGTERM and Ctrl-C, also said twice, end the program in good order, without a word."""
    with hei("try") as process:
        address_of(process)
        process.send_signal(number)
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate()
        assert process.returncode == 0
        assert (out, err) == ("", "")


def test_without_words_and_token_it_is_a_try_out() -> None:
    """`hei` without a token is a try-out."""
    with hei() as process:
        assert address_of(process).startswith("http://127.0.0.1:")


def test_a_run_on_telegram(tmp_path: Path) -> None:
    """`hei` with a token runs: it warns that nobody is admitted, hides the token, ends with 0.

    A token that Telegram does not know ends with 2.
    """
    with hei("try") as telegram:
        base = address_of(telegram)
        environ = {
            "HEI_TELEGRAM__TOKEN": TOKEN,
            "HEI_TELEGRAM__BASE_URL": f"{base}/bot",
            "HEI_DATA_DIR": str(tmp_path / "kept"),
        }
        with hei(**environ) as process:
            assert process.stderr is not None
            said = [process.stderr.readline(), process.stderr.readline()]
            process.send_signal(signal.SIGTERM)
            said.append(process.communicate()[1])
            assert process.returncode == 0
        assert "nobody is admitted" in said[0]
        assert "connected to Telegram as @" in said[1]
        assert TOKEN not in "".join(said)
        wrong = {**environ, "HEI_TELEGRAM__BASE_URL": f"{base}/nothing/here"}
        with hei("run", **wrong) as process:
            _, err = process.communicate()
            assert process.returncode == 2
    assert "telegram.token: Telegram does not know it" in err
    assert TOKEN not in err


def test_as_a_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """`python -m bot` is `hei`."""
    monkeypatch.setattr("sys.argv", ["hei", "--version"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("bot", run_name="__main__")
    assert ended.value.code == 0
