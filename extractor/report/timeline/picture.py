"""The picture as SVG, from its template."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.report.templates import asset, environment
from extractor.report.timeline.layout import WIDTH, Moment, lay_out
from extractor.report.wording import words

MODALITIES = ("asserted", "planned", "reported", "denied")


def draw(moments: Sequence[Moment], *, standalone: bool = True) -> str:
    """The SVG of these events (at least one), in the order given; the same events give the same text.

    ``standalone`` adds what a file of its own needs: a style that knows light and dark. Whatever the texts hold, they stay
    texts.
    """
    layout = lay_out(moments)
    used = {moment.modality for moment in moments}
    alone = {key: words("words")["modalities"][key]["alone"] for key in MODALITIES if key in used}
    return (
        environment("html")
        .get_template("timeline.svg.j2")
        .render(layout=layout, width=WIDTH, legend=alone, style=asset("timeline.css") if standalone else "")
    )
