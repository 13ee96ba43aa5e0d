"""Columns drawn as SVG by the server: no script, no style attribute.

Across, everything is in per cent of a drawing as wide as its box, so that words keep their size on a phone; down, in
pixels.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

HEIGHT = 220  # pixels, with a line of words above and one below
TOP, BOTTOM = 16, 24
PLOT = HEIGHT - TOP - BOTTOM
# What the edge's words need, in per cent of the narrowest drawing.
EDGE = 13.0
MOST_WORDS = 8
ROUND = (10, 15, 20, 25, 30, 40, 50, 60, 80, 100)  # tenths of a power of ten


@dataclass(frozen=True, slots=True)
class Point:
    """One column: what it stands for, how much, what it is compared with, and what to say of it."""

    name: str
    value: int
    before: int | None = None
    said: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A column as it is drawn; `mark` is the height of what it is compared with."""

    x: str
    width: str
    y: int
    height: int
    middle: str
    right: str
    said: str
    word: str
    mark: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """A line across, with what it stands for."""

    y: int
    word: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its name and description."""

    name: str
    title: str
    description: str
    bars: list[Bar] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    height: int = HEIGHT
    floor: int = TOP + PLOT
    edge: str = f"{EDGE}%"
    words_at: int = HEIGHT - 6

    @property
    def compares(self) -> bool:
        """Whether there are marks to explain."""
        return any(bar.mark is not None for bar in self.bars)


def columns(name: str, title: str, description: str, points: Sequence[Point], words: Callable[[int], str]) -> Chart:
    """Draw the points as columns."""
    top = ceiling(max([point.value for point in points] + [point.before or 0 for point in points], default=0))
    slot = (100 - EDGE) / max(len(points), 1)
    every = math.ceil(len(points) / MOST_WORDS)
    bars = [_bar(number, point, slot, top, every) for number, point in enumerate(points)]
    lines = [Line(_y(height, top), words(height)) for height in (top, top // 2)]
    return Chart(name, title, description, bars, lines)


def ceiling(value: int) -> int:
    """The next round number, 10 at least."""
    size = int(10 ** max(len(str(value)) - 1, 1))
    return next(tenths * size // 10 for tenths in ROUND if tenths * size // 10 >= value)


def part(amount: int, whole: int) -> str:
    """An amount's share of the whole, as an attribute has it."""
    return f"{100 * max(amount, 0) / whole:.2f}%" if whole > 0 else "0%"


def _bar(number: int, point: Point, slot: float, top: int, every: int) -> Bar:
    left, gap = EDGE + number * slot, slot * 0.15
    height = PLOT * point.value // top
    return Bar(
        x=f"{left + gap:.3f}%",
        width=f"{slot - 2 * gap:.3f}%",
        y=TOP + PLOT - height,
        height=height,
        middle=f"{left + slot / 2:.3f}%",
        right=f"{left + slot - gap:.3f}%",
        said=point.said,
        word=point.name if number % every == 0 else "",
        mark=None if point.before is None else _y(point.before, top),
    )


def _y(value: int, top: int) -> int:
    return TOP + PLOT - PLOT * value // top
