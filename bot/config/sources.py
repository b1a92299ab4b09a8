"""Where settings are read from: files and names."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.config.faults import WrongConfiguration

PREFIX = "hei_"
NOT_KEYS = frozenset({"hei_config", "hei_secrets_dir"})
"""Variables that say where to read, not what is chosen."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value, the key it is for, and where it stands; an empty dict is an empty section."""

    path: tuple[str, ...]
    value: Any
    origin: str


Leaves = Sequence[Leaf]


def nested(leaves: Leaves) -> dict[str, Any]:
    """Return the leaves as a tree. A value where others have a section is under an empty key."""
    tree: dict[str, Any] = {}
    for leaf in sorted(leaves, key=lambda one: len(one.path), reverse=True):
        node = tree
        for part in leaf.path[:-1]:
            node = node.setdefault(part, {})
        last = leaf.path[-1]
        if isinstance(leaf.value, dict):
            node.setdefault(last, {})
        elif isinstance(node.get(last), dict):
            node[last][""] = leaf.value
        else:
            node[last] = leaf.value
    return tree


def environment(environ: Mapping[str, str]) -> Leaves:
    """Return what the environment says; a variable that is empty says nothing."""
    return [
        Leaf(_path(name), value, name)
        for name, value in environ.items()
        if name.lower().startswith(PREFIX) and name.lower() not in NOT_KEYS and value
    ]


def secrets(run_secrets: Path, environ: Mapping[str, str], faults: list[str]) -> Leaves:
    """Return what lies in files named after keys, such as ``hei_telegram__token``.

    Each folder or file that cannot be read is a fault, added to ``faults``.
    """
    chosen = environ.get("HEI_SECRETS_DIR")
    folders = [run_secrets] if run_secrets.is_dir() else []
    if chosen:
        folders.append(Path(chosen))
    leaves: list[Leaf] = []
    for path in (path for folder in folders for path in _files_in(folder, faults)):
        try:
            leaves.append(Leaf(_path(path.name), path.read_text("utf-8").strip(), str(path)))
        except (OSError, UnicodeDecodeError) as error:
            faults.append(f"{path}: cannot be read ({_why(error)})")
    return leaves


def toml_file(config: Path | None, environ: Mapping[str, str]) -> Leaves:
    """Return what the TOML file says; nothing when none was named and none is there.

    Raises:
        WrongConfiguration: it is missing though named, unreadable, or no TOML.
    """
    named = config or (Path(environ["HEI_CONFIG"]) if environ.get("HEI_CONFIG") else None)
    path = named or Path("config.toml")
    if named is None and not path.exists():
        return []
    try:
        return list(_leaves(tomllib.loads(path.read_text("utf-8")), (), str(path)))
    except (OSError, UnicodeDecodeError) as error:
        raise WrongConfiguration([f"{path}: cannot be read ({_why(error)})"]) from None
    except tomllib.TOMLDecodeError as error:
        raise WrongConfiguration([f"{path}: not valid TOML ({error})"]) from None


def _files_in(folder: Path, faults: list[str]) -> Sequence[Path]:
    try:
        return [path for path in sorted(folder.iterdir()) if path.name.lower().startswith(PREFIX)]
    except OSError as error:
        faults.append(f"secrets folder: cannot be read ({_why(error)})")
        return []


def _leaves(tree: Mapping[str, Any], above: tuple[str, ...], origin: str) -> Iterator[Leaf]:
    for name, value in tree.items():
        if isinstance(value, dict) and value:
            yield from _leaves(value, (*above, name), origin)
        else:
            yield Leaf((*above, name), value, origin)


def _path(name: str) -> tuple[str, ...]:
    return tuple(name.lower().removeprefix(PREFIX).split("__"))


def _why(error: OSError | UnicodeDecodeError) -> str:
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}"
    return "it is not UTF-8"
