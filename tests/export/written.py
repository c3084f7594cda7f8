"""What a writer writes, and the document as plain data to compare it with."""

from __future__ import annotations

import io
from typing import Any

from extractor.export import export_to
from extractor.graph import Document


def written(document: Document, format: str) -> bytes:
    stream = io.BytesIO()
    export_to(document, stream, format)
    return stream.getvalue()


def part(document: Document, write: Any) -> bytes:
    stream = io.BytesIO()
    write(document, stream)
    return stream.getvalue()


def fact_of(row: dict[str, Any], evidence: list[dict[str, Any]], qualifiers: dict[str, Any]) -> dict[str, Any]:
    """A fact of the document from the flat columns that the table formats have for it."""
    fact = {"id": row["id"], "subject": row["subject"], "predicate": row["predicate"], "object": row.get("object")}
    if row.get("attribute") is not None:
        fact["metric" if row["predicate"] == "compares_to" else "attribute"] = row["attribute"]
    if row.get("status") is not None:
        fact |= {"status": row["status"], "date": row.get("date")}
    value = None
    if row.get("amount") is not None:
        value = {"amount": row["amount"], "unit": row["unit"], "text": row["wording"]}
        value |= {name: row[name] for name in ("bound", "low") if row.get(name) is not None}
    return fact | {
        "value": value,
        "modality": row["modality"],
        "attributed_to": row.get("attributed_to"),
        "qualifiers": qualifiers,
        "confidence": row["confidence"],
        "evidence": evidence,
    }
