"""How much is measured: enough to trust, or only enough to see that it works."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sizes:
    """Counts, all of them; nothing here is a limit in time.

    Args:
        pairs: runs of each bot, in turn.
        users: who write at once.
        notes: what each of them writes.
        commits: rounds of every kind of write.
        book: people in the Book that is committed; 58 make 43 KB.
        starts: starts of the program on each folder.
        folders: Books in each folder, the smallest first.
        imports: starts of the interpreter for each command.
        plans: rounds of planning.
        people: people in each Book that is planned for.
        outcomes: what was logged about them, altogether.
        waiting: users of whom one in a hundred is due at a heartbeat.
        lines: readings of each line.
    """

    pairs: int = 7
    users: int = 50
    notes: int = 40
    commits: int = 300
    book: int = 58
    starts: int = 5
    folders: tuple[int, ...] = (10, 10_000)
    imports: int = 15
    plans: int = 60
    people: tuple[int, ...] = (10, 150)
    outcomes: int = 1000
    waiting: int = 100_000
    lines: int = 200


FULL = Sizes()
QUICK = Sizes(
    pairs=2,
    notes=10,
    commits=50,
    starts=2,
    folders=(10, 1000),
    imports=4,
    plans=15,
    waiting=10_000,
    lines=10,
)
