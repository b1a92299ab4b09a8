"""Child processes: started from a folder of their own, watched, and ended by their own id.

Knows Linux's ``/proc``.
"""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[1]
PATIENCE = 20.0
"""Seconds that a child may take to end before it is killed."""
UNWANTED = ("hei_", "python", "cov_core_", "coverage_")
"""How variables begin that would make children read a configuration or run under a tool."""


def environment(**more: str) -> dict[str, str]:
    """Return this process's environment without what is personal to it.

    Neither proxies, nor settings of Hei, nor switches of the interpreter reach a child.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.lower().startswith(UNWANTED) and not name.lower().endswith("_proxy")
    }
    return {**kept, "PYTHONPATH": str(ROOT), **more}


@contextmanager
def child(
    arguments: Sequence[str], folder: Path, environ: Mapping[str, str], *, talks: bool = False
) -> Iterator[subprocess.Popen[str]]:
    """Run Python with some arguments until the block ends, and end it then.

    Args:
        arguments: of the interpreter.
        folder: where it runs.
        environ: see ``environment``.
        talks: whether its standard output is read here; else it is thrown away.
    """
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=folder,
        env=dict(environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if talks else subprocess.DEVNULL,
        text=True,
    )
    with process:
        try:
            yield process
        finally:
            _end(process)


def seconds_of(arguments: Sequence[str], folder: Path) -> float:
    """Return how long Python takes with some arguments, from its start to its end.

    Raises:
        CalledProcessError: it failed.
    """
    began = perf_counter()
    subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment(),
        stdin=subprocess.DEVNULL,
        check=True,
    )
    return perf_counter() - began


def _end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()


def processor_seconds(pid: int) -> float:
    """Return the processor time that all threads of a process took so far, in 10 ms steps."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def peak_megabytes(pid: int) -> float:
    """Return the most memory that a living process held so far, in megabytes of 10^6 bytes.

    This is what ``ru_maxrss`` tells, without what the parent held when it started the child.
    """
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(one for one in status.splitlines() if one.startswith("VmHWM:"))
    return int(line.split()[1]) * 1024 / 1e6
