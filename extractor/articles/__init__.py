"""Reading articles: files, folders, patterns or standard input in; clean articles and problems out."""

from extractor.articles.article import Article
from extractor.articles.intake import Intake, read_articles

__all__ = ["Article", "Intake", "read_articles"]
