"""Query languages: a graph asked in openCypher or SPARQL. Each needs a library that is an extra of the package."""

from extractor.languages.cypher import cypher
from extractor.languages.sparql import sparql
from extractor.languages.table import Table

__all__ = ["Table", "cypher", "sparql"]
