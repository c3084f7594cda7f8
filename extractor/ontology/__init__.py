"""The ontology: what a fact may say, and the words that say it, as YAML that is validated when it is loaded."""

from extractor.ontology.loader import load_ontology
from extractor.ontology.model import Attribute, EntityType, Ontology, Predicate, Rule
from extractor.ontology.quantity import Quantity

__all__ = ["Attribute", "EntityType", "Ontology", "Predicate", "Quantity", "Rule", "load_ontology"]
