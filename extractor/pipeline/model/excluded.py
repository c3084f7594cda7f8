"""Relations that the wording of a sentence rules out: the rules with ``excludes``, held against what the model alone says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from extractor.ontology import Ontology
from extractor.pipeline.annotations import layer
from extractor.pipeline.model.candidates import Candidate
from extractor.pipeline.rules.pattern import compile_rule
from extractor.pipeline.statuses.component import may_match
from extractor.pipeline.structure.skeleton import Skeleton

Statement = tuple[str, int, int]


class Excluded:
    """What rules with ``excludes`` say is meant otherwise: "Zed supplies memory to Yax for the Y1" makes Zed no maker of it."""

    def __init__(self, ontology: Ontology) -> None:
        self.patterns = [compile_rule(rule, ontology) for rule in ontology.rules if rule.excludes]

    def kept(self, doc: Doc, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
        """The candidates without those of the model that a sentence rules out."""
        out = {statement for sentence in layer(doc, "sentences") for statement in self._statements(sentence)}
        for candidate in candidates:
            draft = candidate.draft
            if candidate.ruled or (draft.predicate, draft.subject, draft.object) not in out:
                yield candidate

    def _statements(self, sentence: Skeleton) -> Iterator[Statement]:
        for pattern in self.patterns:
            if may_match(pattern, sentence):
                for found in pattern.find(sentence):
                    subject, object_ = (sentence.slots[found.roles[role]].index for role in ("subject", "object"))
                    yield pattern.rule.predicate, subject, object_
