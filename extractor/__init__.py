"""Hardware announcements as a knowledge graph.

>>> import extractor
>>> graph = extractor.load("graphs/2023-11-28-aws-presents-graviton4-and-trainium2.json")  # doctest: +SKIP
>>> for fact in graph.facts(subject="Graviton4"):  # doctest: +SKIP
...     print(fact.sentence())

Importing the package costs nothing: each name is loaded when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor import articles as articles
    from extractor import export as export
    from extractor import graph as graph
    from extractor import languages as languages
    from extractor import notebook as notebook
    from extractor import page as page
    from extractor import query as query
    from extractor import report as report
    from extractor import store as store
    from extractor.api import extract, load
    from extractor.articles.article import Article
    from extractor.errors import DataError, ExtractorError, NothingReadError, Problem, UsageError
    from extractor.facts import Entity, Evidence, Fact
    from extractor.ontology.quantity import Quantity
    from extractor.query import KnowledgeGraph

__version__ = "0.1.0"

__all__ = [
    "Article",
    "DataError",
    "Entity",
    "Evidence",
    "ExtractorError",
    "Fact",
    "KnowledgeGraph",
    "NothingReadError",
    "Problem",
    "Quantity",
    "UsageError",
    "__version__",
    "extract",
    "load",
]

_HOMES = {
    "extract": "api",
    "load": "api",
    "KnowledgeGraph": "query",
    "Article": "articles.article",
    "Entity": "facts",
    "Fact": "facts",
    "Evidence": "facts",
    "Quantity": "ontology.quantity",
    "Problem": "errors",
    "ExtractorError": "errors",
    "DataError": "errors",
    "UsageError": "errors",
    "NothingReadError": "errors",
}
# Packages with public names of their own: extractor.export.export works after `import extractor` alone.
_PACKAGES = ("articles", "export", "graph", "languages", "notebook", "page", "query", "report", "store")


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for (PEP 562)."""
    if name in _PACKAGES:
        return import_module(f"{__name__}.{name}")
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_PACKAGES})
