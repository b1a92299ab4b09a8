"""What every button is: a class of its own with a tag. Knows no button."""

from dataclasses import dataclass
from typing import ClassVar, dataclass_transform

BY_TAG: dict[str, type["Button"]] = {}
"""Every button there is, by its tag."""


@dataclass_transform(frozen_default=True)
@dataclass(frozen=True)
class Button:
    """What one button means; every field is an int, a short word or an ISO date.

    A subclass names its tag, ``class DropNote(Button, tag="nd")``, and becomes a frozen dataclass.

    Raises:
        TypeError: another button has the tag already.
    """

    tag: ClassVar[str]

    def __init_subclass__(cls, *, tag: str) -> None:
        super().__init_subclass__()
        if tag in BY_TAG:
            raise TypeError(f"{cls.__name__} has the tag {tag!r} of {BY_TAG[tag].__name__}")
        cls.tag = tag
        BY_TAG[tag] = dataclass(frozen=True)(cls)
