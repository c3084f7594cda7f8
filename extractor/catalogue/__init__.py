"""The catalogue: what is known before the first article is read."""

from extractor.catalogue.loader import load_catalogue
from extractor.catalogue.model import Catalogue, Known

__all__ = ["Catalogue", "Known", "load_catalogue"]
