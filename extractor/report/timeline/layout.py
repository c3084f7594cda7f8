"""Where everything of the picture stands: one row for each event, so that no label meets another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from extractor.page.safe import name
from extractor.report.timeline.lettering import fitted, width
from extractor.report.timeline.scale import Scale
from extractor.report.wording import words

WIDTH, MARGIN, ROW, TOP, GAP = 720.0, 12.0, 24.0, 30.0, 12.0
LEGEND = 28.0


@dataclass(frozen=True, slots=True)
class Moment:
    """An event: its days, the date as it is written, what happens, how sure it is; the lowest ``rank`` matters most."""

    first: date
    last: date
    when: str
    text: str
    modality: str = "asserted"
    rank: tuple[float, ...] | tuple[int, float, str] = field(default=(), compare=False)

    @property
    def label(self) -> str:
        """What stands beside its mark."""
        aside = words("words")["modalities"].get(self.modality, {}).get("aside", "")
        return name(f"{self.text} ({aside}), {self.when}" if aside else f"{self.text}, {self.when}")


@dataclass(frozen=True, slots=True)
class Placed:
    """An event in the picture: its bar from ``x`` to ``end`` at height ``y``, its label right of ``at`` or ``leftward``."""

    moment: Moment
    x: float
    end: float
    y: float
    label: str
    at: float
    leftward: bool

    @property
    def box(self) -> tuple[float, float]:
        """From where to where the label goes."""
        wide = width(self.label)
        return (self.at - wide, self.at) if self.leftward else (self.at, self.at + wide)


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole picture."""

    placed: tuple[Placed, ...]
    marks: tuple[tuple[float, str], ...]
    height: float


def lay_out(moments: Sequence[Moment]) -> Layout:
    """The layout of events, in the order in which they are given (at least one)."""
    scale = Scale(
        min(moment.first for moment in moments),
        max(moment.last for moment in moments),
        MARGIN,
        WIDTH - MARGIN,
    )
    placed = tuple(_place(moment, scale, TOP + ROW * (row + 0.5)) for row, moment in enumerate(moments))
    return Layout(placed, tuple(scale.marks()), TOP + ROW * len(moments) + LEGEND)


def _place(moment: Moment, scale: Scale, y: float) -> Placed:
    """An event with its label on the right where that has room, else on the left, else cut on the roomier side.

    The bar runs below the label, so that a long time takes no room from it.
    """
    x, end = scale.at(moment.first), scale.at(moment.last)
    right, left = WIDTH - x - GAP, x - GAP
    wide = width(moment.label)
    leftward = wide > right and (wide <= left or left > right)
    room = left if leftward else right
    return Placed(moment, x, end, y, fitted(moment.label, room), x - GAP if leftward else x + GAP, leftward)
