"""What a notebook shows of graphs, facts, answers and articles: HTML without scripts, for light and dark (docs/notebooks.md).

The ``_repr_html_`` methods of those classes import this package when they are called, never before.
"""

from extractor.notebook.answer import answer_html
from extractor.notebook.article import article_html
from extractor.notebook.fact import fact_html
from extractor.notebook.graph import graph_html
from extractor.notebook.marking import Mark, marked
from extractor.notebook.table import table_html

__all__ = ["Mark", "answer_html", "article_html", "fact_html", "graph_html", "marked", "table_html"]
