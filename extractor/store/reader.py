"""Who reads: what the store needs to know about the pipeline, and by what it knows it again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import extractor
from extractor.articles.article import Article
from extractor.catalogue import Catalogue
from extractor.pipeline.reading import Reading
from extractor.resolve.identity.known import KnownThings, known_things
from extractor.resolve.identity.local import named_in
from extractor.resolve.identity.processes import own_processes
from extractor.resolve.identity.profile import Named
from extractor.resolve.identity.verdicts import Verdicts

Progress = Callable[[int, int], None]
Read = Callable[[Sequence[Article], Progress | None], Sequence[Reading]]
BATCH = 64
DATA = (".yaml", ".yml", ".json", ".cfg")


@dataclass(frozen=True, slots=True)
class Reader:
    """A function from articles to readings, with what joins them.

    ``rules`` and ``model`` are fingerprints: articles of one store are read with the same rules and the same model.
    ``symmetric`` are the predicates whose ends may change places, ``verdicts`` a user's on which names are one thing.
    ``batch`` is how many articles are read and committed at a time.
    """

    catalogue: Catalogue
    symmetric: frozenset[str]
    read: Read
    rules: str = ""
    model: str = ""
    verdicts: Verdicts = field(default_factory=Verdicts)
    batch: int = BATCH

    @property
    def things(self) -> KnownThings:
        """The catalogue as identity sees it."""
        return known_things(self.catalogue.entries)

    @property
    def said(self) -> str:
        """A fingerprint of the verdicts."""
        return hashlib.sha256(repr(self.verdicts).encode()).hexdigest()[:16]

    def named(self, reading: Reading) -> tuple[Reading, list[Named]]:
        """A reading as extractor.resolve.link takes it, with what is told of each of its entities."""
        own = own_processes(reading, self.catalogue.entries)
        return own, named_in(own, self.things)


def fingerprint_of_rules(*folders: Path | None) -> str:
    """A hash of the version, of the packaged data files and of those in the folders of the user."""
    packaged = Path(__file__).parents[1]
    digest = hashlib.sha256(extractor.__version__.encode())
    for folder in (packaged, *folders):
        digest.update(_hash_of(folder, DATA).encode())
    return digest.hexdigest()[:16]


def fingerprint_of_model(folder: Path | None) -> str:
    """A hash of all files of a model, ``"none"`` without one."""
    return _hash_of(folder, ())[:16] if folder else "none"


def _hash_of(folder: Path | None, suffixes: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for path in _files(folder, suffixes) if folder else ():
        digest.update(path.name.encode() + b"\0")
        with path.open("rb") as stream:
            digest.update(hashlib.file_digest(stream, "sha256").digest())
    return digest.hexdigest()


def _files(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    yield from sorted(
        path for path in folder.rglob("*") if path.is_file() and (not suffixes or path.suffix in suffixes)
    )
