"""Asking the graph: :class:`KnowledgeGraph` and what it answers with."""

from extractor.query.agreement import Relation, Verdict
from extractor.query.article import ArticleView
from extractor.query.comparison import Comparison
from extractor.query.conflicts import Conflict
from extractor.query.difference import Difference
from extractor.query.events import Event
from extractor.query.explain import Explanation, Passage
from extractor.query.facts import Facts
from extractor.query.knowledge_graph import KnowledgeGraph
from extractor.query.names import AmbiguousEntityError, UnknownEntityError
from extractor.query.neighbours import Neighbour, Neighbours
from extractor.query.paths import Path, Paths, Step
from extractor.query.provenance import Provenance
from extractor.query.ranking import Ranked, Ranking
from extractor.query.sides import Side
from extractor.query.summary import Summary
from extractor.query.support import Source, Support
from extractor.query.things import Entities
from extractor.query.timeline import Timeline
from extractor.query.undecided import Undecided
from extractor.query.view import FactView

__all__ = [
    "AmbiguousEntityError",
    "ArticleView",
    "Comparison",
    "Conflict",
    "Difference",
    "Entities",
    "Event",
    "Explanation",
    "FactView",
    "Facts",
    "KnowledgeGraph",
    "Neighbour",
    "Neighbours",
    "Passage",
    "Path",
    "Paths",
    "Provenance",
    "Ranked",
    "Ranking",
    "Relation",
    "Side",
    "Source",
    "Step",
    "Summary",
    "Support",
    "Timeline",
    "Undecided",
    "UnknownEntityError",
    "Verdict",
]
