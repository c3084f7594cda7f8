"""A fact in a notebook: what it says, and the sentences that it rests on with their parts marked."""

from __future__ import annotations

from extractor.facts.fact import Evidence
from extractor.notebook.frame import framed, origin, words
from extractor.notebook.marking import Mark, marked
from extractor.query.explain import Passage
from extractor.query.view import FactView
from extractor.query.wording import certainty

SHOWN = 5  # sentences


def fact_html(fact: FactView) -> str:
    """The fact with its sentences, at most :data:`SHOWN` of them, each with its article."""
    more = len(fact.evidence) - SHOWN
    rest = [f'<p class="soft">and {more} more</p>'] if more > 0 else []
    return framed(_heading(fact), *(_evidence(fact, evidence) for evidence in fact.evidence[:SHOWN]), *rest)


def _heading(fact: FactView) -> str:
    said = f"{words(fact.subject_name)} {words(fact.predicate)} {words(fact.said)}"
    hedge = "" if fact.modality == "asserted" else f' <span class="tag">{words(fact.modality)}</span>'
    speaker = f"according to {words(fact.speaker.name)}, " if fact.speaker else ""
    about = f"{speaker}confidence {certainty(fact.confidence)}, fact {words(fact.id)}"
    return f'<p class="says">{said}{hedge}</p><p class="soft">{about}</p>'


def _evidence(fact: FactView, evidence: Evidence) -> str:
    article = next(one for one in fact.articles if one.id == evidence.article)
    spans = Passage.of(article, evidence, fact).spans
    marks = (Mark(start - evidence.start, end - evidence.start, role) for start, end, role in spans)
    return f"<blockquote>{marked(evidence.quote, marks)}</blockquote>{origin(article)}"
