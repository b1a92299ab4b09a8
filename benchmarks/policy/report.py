"""The results as a table for people, as JSON for programs, and as a picture."""

from collections.abc import Mapping

from benchmarks.policy.results import Result
from benchmarks.policy.runner import Trial
from benchmarks.tables import Table

COLUMNS = {
    "Policy": "",
    "Hellos a week": ".3f",
    "from": ".3f",
    "to": ".3f",
    "Nudges a week": ".3f",
    "Nudges a hello": ".1f",
    "Retention": ".3f",
    "Redundant": ".3f",
    "Coverage": ".3f",
    "Heavy": ".3f",
    "Their share": ".3f",
    "In quiet hours": ".0f",
}
NOTE = (
    "Per enrolled user-week: leavers stay in every denominator. `matched_queue` and `oracle` send "
    "as many nudges as `hei`. *Heavy* is the share of nudges about people whose contact is heavy, "
    "*their share* that of all wanted hellos. Synthetic users: the figures compare policies, they "
    "foretell nothing."
)


def as_table(trial: Trial, results: Mapping[str, Result]) -> Table:
    """Return all results of a trial, one row each."""
    title = f"{trial.world.name}: {trial.users} users, {trial.days} days, seed {trial.seed}"
    rows = [_row(name, result) for name, result in results.items()]
    return Table("policy", title, COLUMNS, rows, NOTE)


def as_json(trial: Trial, results: Mapping[str, Result]) -> dict[str, object]:
    """Return all results of a trial as something JSON can hold."""
    return {
        "world": trial.world.name,
        "users": trial.users,
        "days": trial.days,
        "seed": trial.seed,
        "policies": {name: result.as_json() for name, result in results.items()},
    }


def _row(name: str, result: Result) -> list[str | float | None]:
    hellos, nudges = result.hellos_per_week, result.nudges_per_week
    return [
        name,
        hellos,
        *result.hellos_ci,
        nudges,
        nudges / hellos if hellos else None,
        result.retention,
        result.redundant,
        result.coverage,
        result.heavy,
        result.heavy_share,
        result.quiet_violations,
    ]
