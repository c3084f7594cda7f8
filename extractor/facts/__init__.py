"""Facts: immutable statements with evidence to the character, and the entities that they are about."""

from extractor.facts.entity import Entity, EntityMention
from extractor.facts.fact import Evidence, Fact

__all__ = ["Entity", "EntityMention", "Evidence", "Fact"]
