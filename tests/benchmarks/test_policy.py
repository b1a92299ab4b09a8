"""The simulation of the policy: what it prints, that it can be repeated, and that it is fair.

How well the policy does no test can say; the figures are in docs/policy.md.
"""

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from benchmarks.policy import hei, judge
from benchmarks.policy.__main__ import main
from benchmarks.policy.ablations import ABLATIONS
from benchmarks.policy.baselines import queue
from benchmarks.policy.life import Life
from benchmarks.policy.people import users
from benchmarks.policy.runner import Trial
from benchmarks.policy.worlds import BEGIN, DAY, WORLDS, ZONE
from bot.domain.clock.wall_time import local_date

FIGURES = {
    "hellos_per_week",
    "hellos_ci",
    "nudges_per_week",
    "retention",
    "redundant",
    "coverage",
    "quiet_violations",
}
SMALL = ["--users", "6", "--days", "60"]


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, object]:
    """Return what the command prints as JSON."""
    assert main([*arguments, "--json"]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize("world", WORLDS)
def test_each_world_has_its_figures(world: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One object, with what was asked for and the same figures for each policy."""
    found = printed(capsys, "--world", world, *SMALL, "--seed", "3")
    policies = found.pop("policies")
    assert found == {"world": world, "users": 6, "days": 60, "seed": 3}
    assert isinstance(policies, dict)
    assert set(policies) == {"hei", "matched_queue"}
    for figures in policies.values():
        assert set(figures) == FIGURES
        assert figures["hellos_ci"][0] <= figures["hellos_per_week"] <= figures["hellos_ci"][1]
        assert all(0 <= figures[share] <= 1 for share in ("retention", "redundant", "coverage"))
        assert figures["quiet_violations"] == 0


def test_all_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    """With --all every baseline and every ablation has its row."""
    policies = printed(capsys, "--users", "2", "--days", "30", "--all")["policies"]
    assert isinstance(policies, dict)
    baselines = {"monica", "monica_reset", "fixed", "organic", "oracle"}
    assert set(policies) == {"hei", "matched_queue", *baselines, *ABLATIONS}
    assert policies["organic"]["nudges_per_week"] == 0
    assert policies["organic"]["retention"] == 1


def test_what_people_read(capsys: pytest.CaptureFixture[str]) -> None:
    """Without --json it is a table in Markdown."""
    assert main(["--users", "2", "--days", "20"]) == 0
    out = capsys.readouterr().out
    assert "## base: 2 users, 20 days, seed 0\n\n| Policy | Hellos a week |" in out
    assert "\n| matched_queue | " in out


@pytest.mark.parametrize(
    "wrong",
    [["--world", "mars"], ["--users", "0"], ["--days", "-1"], ["--seed", "x"], ["more"]],
)
def test_wrong_usage_ends_with_two(wrong: list[str]) -> None:
    """Nothing is simulated that was not asked for."""
    with pytest.raises(SystemExit, match="2"):
        main(wrong)


def test_the_same_seed_gives_the_same() -> None:
    """Whatever the order of hashes is in a process."""
    command = [sys.executable, "-m", "benchmarks.policy", "--json", *SMALL]
    outs = {
        subprocess.run(  # noqa: S603 - our own program
            command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("0", "7")
    }
    assert len(outs) == 1


def test_the_queue_sends_as_much_as_hei() -> None:
    """Equal nudges, within 2 %: only then are hellos compared."""
    trial = Trial(WORLDS["base"], 60, 90, 1)
    ours = trial.of(hei.run).nudges_per_week
    assert trial.matched(queue, ours).nudges_per_week == pytest.approx(ours, rel=0.02)


def test_users_are_the_same_under_every_policy() -> None:
    """Common random numbers: what a user is like follows from seed, number and world alone."""
    first, again = (list(users(WORLDS["drift"], 4, 90, 5)) for _ in range(2))
    assert first == again
    assert first != list(users(WORLDS["drift"], 4, 90, 6))
    assert all(user.begin >= BEGIN for user in first)


def test_a_simulated_user_has_one_nudge_a_day_and_three_a_week() -> None:
    """It is the bot's own gate that is simulated."""
    for user in users(WORLDS["base"], 5, 90, 2):
        driven = hei.Hei(Life(WORLDS["base"], user))
        driven.run()
        sent = sorted(n.sent_at for n in driven.book.nudges.values() if n.sent_at)
        days = [local_date(at, ZONE) for at in sent]
        assert len(set(days)) == len(days) == driven.life.tally.nudges
        assert all(fourth - first >= 7 * DAY for first, fourth in zip(sent, sent[3:], strict=False))
        assert all(later > before for before, later in pairwise(sent))


def test_the_judge_draws_what_it_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One row for each world, and a picture that is well-formed."""
    monkeypatch.setattr(judge, "DAYS", 30)
    path = tmp_path / "policy.svg"
    assert judge.main(["--users", "2", "--seeds", "1", "--picture", str(path)]) == 0
    out = capsys.readouterr().out
    assert all(f"\n| {world} | " in out for world in WORLDS)
    picture = ET.fromstring(path.read_text("utf-8"))  # noqa: S314 - our own
    assert picture.tag.endswith("svg")


def test_an_ablation_leaves_no_trace() -> None:
    """What was swapped for a run is back afterwards."""
    trial = Trial(WORLDS["base"], 3, 60, 0)
    before = trial.of(hei.run)
    for without in ABLATIONS.values():
        with without():
            trial.of(hei.run)
    assert trial.of(hei.run) == before
