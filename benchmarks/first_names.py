"""``python -m benchmarks.first_names``: writes down the first names that many people have.

A name one letter from a contact's is asked about where somebody may be called so: Karin is no slip
of Kari. The names are those of the locales of Faker (MIT licence), folded; it is needed only here
(``pip install 'hei[training]'``).
"""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from bot.domain.names import fold

LOCALES = ("en_GB", "en_US", "no_NO", "sv_SE", "da_DK", "fi_FI", "de_DE", "nl_NL", "fr_FR")
LISTS = ("first_names", "first_names_female", "first_names_male")
PATH = Path(__file__).parents[1] / "bot" / "languages" / "first_names.txt"


def main() -> None:
    """Write the names, one a line."""
    names = sorted({name for locale in LOCALES for name in _names(locale)})
    PATH.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
    print(f"{len(names)} names, {PATH.stat().st_size // 1000} kB")


def _names(locale: str) -> Iterator[str]:
    provider: Any = import_module(f"faker.providers.person.{locale}").Provider
    for each in LISTS:
        for name in getattr(provider, each, ()):
            folded = fold(name)
            if folded.isalpha():
                yield folded


if __name__ == "__main__":
    main()
