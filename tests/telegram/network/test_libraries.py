"""How the libraries are set, and that importing alone sets nothing."""

import subprocess
import sys
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

import pytest
from telegram.error import RetryAfter

from bot.telegram.network.failures import held_for
from bot.telegram.network.libraries import set_up_libraries

ROOT = Path(__file__).parents[3]
IMPORT_ALL = """
import os, pkgutil, sys
import bot

read = []
home = os.path.dirname(bot.__file__)

def note(event, arguments):
    if event == "open" and str(arguments[0]).startswith(home):
        read.append(str(arguments[0]))

before = dict(os.environ)
sys.addaudithook(note)
modules = [one.name for one in pkgutil.walk_packages(bot.__path__, "bot.")]
for name in modules:
    if name != "bot.__main__":
        __import__(name)
print(len(modules) > 150)
print(before == dict(os.environ))
print("sniffio" in sys.modules)
print([path for path in read if not path.endswith((".py", ".pyc")) and ".pyc." not in path])
"""


def test_importing_sets_nothing_and_reads_no_data() -> None:
    """Whoever imports any module of Hei has the process they had before."""
    command = [sys.executable, "-c", IMPORT_ALL]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own
    assert found.stdout.split("\n")[:4] == ["True", "True", "False", "[]"]


@pytest.mark.parametrize("times", [1, 2])
def test_a_wait_is_a_stretch_of_time_without_a_warning(times: int) -> None:
    """A 429 is read quietly, and setting up again changes nothing."""
    for _ in range(times):
        set_up_libraries()
    error = RetryAfter(7)
    assert error.retry_after == timedelta(seconds=7)
    assert held_for(error) == 7.0
    assert find_spec("sniffio") or sys.modules["sniffio"] is None
