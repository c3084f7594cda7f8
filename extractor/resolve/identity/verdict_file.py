"""The file of verdicts: YAML beside the graph, made by ``extract resolve``, fit to be read and mended by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from extractor.errors import DataError
from extractor.ontology.entry import Entry
from extractor.ontology.source import read_yaml
from extractor.resolve.identity.verdicts import SAID, End, Side, Verdict, Verdicts

SUFFIX = ".judgements.yaml"
HEAD = "# Which names are one thing and which are not, as told to `extract resolve`. Later runs keep to it.\n"


def verdict_path(graph: str | Path) -> Path:
    """Where the verdicts about a graph are kept.

    >>> verdict_path("news/graph.json").name
    'graph.json.judgements.yaml'
    """
    return Path(f"{graph}{SUFFIX}")


def load_verdicts(path: Path) -> Verdicts:
    """The verdicts of a file; none where there is no file.

    Raises :class:`DataError` naming file and entry where one breaks the form, is there twice or contradicts others.
    """
    if not path.exists():
        return Verdicts()
    content = Entry(str(path), "", read_yaml(path))
    content.only(("judgements",))
    raws = content.raw.get("judgements") or []
    if not isinstance(raws, list):
        raise content.error("judgements must be a list")
    verdicts = [_verdict(Entry(str(path), f"judgement {n}", raw)) for n, raw in enumerate(raws, start=1)]
    seen: dict[frozenset[End], int] = {}
    for n, verdict in enumerate(verdicts, start=1):
        if (first := seen.setdefault(verdict.pair, n)) != n:
            raise DataError(str(path), f"judgement {n}", f"is about the pair of judgement {first}; keep one of them")
    result = Verdicts(tuple(sorted(verdicts)))
    if clash := result.contradiction():
        reason = f"{clash.a} and {clash.b} are told apart here, and made one by others; take one of these away"
        raise DataError(str(path), f"judgement {verdicts.index(clash) + 1}", reason)
    return result


def _verdict(entry: Entry) -> Verdict:
    entry.only(("verdict", "a", "b"))
    said = entry.choice("verdict", SAID)
    a, b = sorted(_side(Entry(entry.file, f"{entry.name}, {end}", entry.raw.get(end))) for end in ("a", "b"))
    if a.type != b.type or a.end == b.end:
        raise entry.error("must be about two spellings of names of one type")
    return Verdict(a, b, said)


def _side(entry: Entry) -> Side:
    entry.only(("type", "name", "maker"))
    return Side(entry.string("type"), entry.string("name"), entry.optional("maker") or "")


def dump_verdicts(verdicts: Verdicts) -> str:
    """The content of the file; the same verdicts give the same text."""
    import yaml

    def side(one: Side) -> dict[str, Any]:
        return {"type": one.type, "name": one.name} | ({"maker": one.maker} if one.maker else {})

    listed = [{"verdict": v.said, "a": side(v.a), "b": side(v.b)} for v in sorted(verdicts.verdicts)]
    body: str = yaml.safe_dump(
        {"judgements": listed}, allow_unicode=True, sort_keys=False, default_flow_style=None, width=128
    )
    return HEAD + body
