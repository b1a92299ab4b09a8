"""A picture of two policies side by side, as SVG that needs nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, HEIGHT, FOOT, TOP = 640, 300, 250, 60
GROUP, BAR = 145, 44
OURS, THEIRS = "#2f6f5e", "#c9b79c"


@dataclass(frozen=True, slots=True)
class Bar:
    """Two bars of a group, and what is written below them: shares of users kept, in percent."""

    name: str
    ours: float
    theirs: float
    ours_kept: float
    theirs_kept: float


def drawn(title: str, bars: Sequence[Bar]) -> str:
    """Return the picture."""
    most = max(value for bar in bars for value in (bar.ours, bar.theirs))
    scale = (FOOT - TOP) / most if most else 0.0
    groups = "".join(part for n, bar in enumerate(bars) for part in _group(n, bar, scale))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'font-family="sans-serif" font-size="13" fill="#333333">'
        f"<title>{escape(title)}</title>"
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
        f'<text x="20" y="24" font-size="16">{escape(title)}</text>'
        f'<rect x="420" y="34" width="12" height="12" fill="{OURS}"/>'
        '<text x="438" y="45">Hei</text>'
        f'<rect x="480" y="34" width="12" height="12" fill="{THEIRS}"/>'
        '<text x="498" y="45">due queue</text>'
        f"{groups}</svg>\n"
    )


def _group(number: int, bar: Bar, scale: float) -> Iterator[str]:
    left = 40 + number * GROUP
    yield _bar(left, bar.ours, OURS, scale)
    yield _bar(left + BAR + 6, bar.theirs, THEIRS, scale)
    middle = left + BAR + 3
    yield _label(middle, FOOT + 18, escape(bar.name))
    yield _label(middle, FOOT + 36, f"kept {bar.ours_kept:.1f} / {bar.theirs_kept:.1f} %")


def _bar(left: int, value: float, colour: str, scale: float) -> str:
    height = value * scale
    box = f'x="{left}" y="{FOOT - height:.1f}" width="{BAR}" height="{height:.1f}"'
    label = _label(left + BAR // 2, FOOT - height - 4, f"{value:.3f}")
    return f'<rect {box} fill="{colour}"/>{label}'


def _label(x: int, y: float, text: str) -> str:
    return f'<text x="{x}" y="{y:.1f}" text-anchor="middle">{text}</text>'
