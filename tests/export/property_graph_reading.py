"""The document from the nodes and relationships that a graph database holds after an import."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from .written import fact_of

ARTICLE = ("id", "path", "url", "title", "published", "source")


def document_of(nodes: dict[str, dict[str, Any]], edges: list[dict[str, Any]]) -> dict[str, Any]:
    """Nodes by id with ``labels``, relationships with ``start_id``, ``end_id`` and ``type``, both with their properties."""
    copies, mentions, facts = {}, defaultdict(list), []
    for edge in edges:
        if edge["type"] == "SYNDICATED_FROM":
            copies[edge["start_id"]] = edge["end_id"]
        elif edge["type"] == "MENTIONED_IN":
            place = {"article": edge["end_id"], "start": edge["start"], "end": edge["stop"], "text": edge["text"]}
            mentions[edge["start_id"]].append(place)
        else:
            facts.append(_fact(edge, nodes))
    kinds = defaultdict(list)
    for key in sorted(nodes):
        kinds[nodes[key]["labels"][0]].append(nodes[key])
    return {
        "schema": "hardware-announcements/1",
        "articles": [_article(node, copies.get(node["id"])) for node in kinds["Article"]],
        "entities": [_entity(node, mentions[node["id"]]) for node in kinds["Entity"]],
        "facts": sorted(facts, key=lambda fact: str(fact["id"])),
    }


def _article(node: dict[str, Any], original: str | None) -> dict[str, Any]:
    about = {name: node.get(name) for name in ARTICLE}
    return about | {"syndicated_from": original, "topics": node.get("topics", []), "text": node["text"]}


def _entity(node: dict[str, Any], mentions: list[dict[str, Any]]) -> dict[str, Any]:
    assert node["type"] in node["labels"]
    mentions = sorted(mentions, key=lambda place: (place["article"], place["start"], place["end"], place["text"]))
    about = {name: node[name] for name in ("id", "type", "name", "known")}
    return about | {"aliases": node.get("aliases", []), "mentions": mentions}


def _fact(edge: dict[str, Any], nodes: dict[str, dict[str, Any]]) -> dict[str, Any]:
    end = nodes[edge["end_id"]]
    row = edge | {"id": edge["fact"], "subject": edge["start_id"], "predicate": edge["type"]}
    row["object"] = end["id"] if end["labels"][0] == "Entity" else None
    fields = [edge[f"evidence_{name}"] for name in ("article", "start", "end", "quote", "by", "spans")]
    evidence = [
        {
            "article": article,
            "start": start,
            "end": stop,
            "quote": quote,
            "by": by,
            "spans": [{"start": a, "end": b, "role": role} for a, b, role in json.loads(spans)],
        }
        for article, start, stop, quote, by, spans in zip(*fields, strict=True)
    ]
    return fact_of(row, evidence, json.loads(edge["qualifiers"]))
