"""What every button is: a class of its own with a tag. Knows no button."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Button:
    """What one button means; every field is an int, a short word or an ISO date."""

    tag: ClassVar[str] = ""
