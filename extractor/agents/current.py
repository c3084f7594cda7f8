"""The graph of a file as it is now: loaded again once the file has changed."""

from __future__ import annotations

from pathlib import Path

from extractor.api import load
from extractor.ontology import Ontology
from extractor.query import KnowledgeGraph

State = tuple[tuple[int, int, int], ...]


class CurrentGraph:
    """A document or store that others may write to; ``ontology`` is another than the packaged one."""

    def __init__(self, path: str | Path, ontology: Ontology | None = None) -> None:
        """Loads it once; raises :class:`UsageError` where there is no file, :class:`DataError` where it is broken."""
        self.path, self.ontology = Path(path), ontology
        self._state = self._look()
        self._graph = load(self.path)

    def graph(self) -> KnowledgeGraph:
        """The graph; raises as the constructor does."""
        if (state := self._look()) != self._state:
            self._graph, self._state = load(self.path), state
        return self._graph

    def _look(self) -> State:
        """Number, size and time of the file, and of the log that a store writes to first."""
        files = (self.path, self.path.with_name(f"{self.path.name}-wal"))
        stats = [file.stat() for file in files if file.exists()]
        return tuple((stat.st_ino, stat.st_size, stat.st_mtime_ns) for stat in stats if stat.st_size)
