"""Augmentation: passages told anew with other names, so that the model reads the context and not only the names.

An entity takes the names of one of its type from another passage, or invented ones. Facts and values stay as they are.
Two passages are also stitched together to one, in which nothing of the one is related to the other.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from models.recipe.passages import occurrences

ONSETS = "b br c ch cl cr d dr f fl fr g gr h j k kl l m n p pr qu r s sc st str t tr th v vr w x y z".split()
VOWELS = "a e i o u ai ea ei io y".split()
CODAS = ["", "", "l", "n", "r", "s", "x", "m", "nt", "rd", "ck", "th"]
TAILS = {
    "ORG": ["", "", " Semiconductor", " Systems", " Technologies", " Labs", " Computing", "tech", "Micro", " AI"],
    "SYSTEM": ["", " Pod", " Server", " Pro", " Rack", " Station", " X2", " 500"],
    "SERVICE": ["", " Cloud", " Compute", " Grid"],
    "SOFTWARE": ["", "ML", " SDK", "OS", " 3", "LM", " Studio"],
    "FACILITY": [" Fab", " Campus", " plant", " Park"],
    "TECHNOLOGY": ["", "Link", " 3", "Fabric", "v2"],
}
SWAPPED = frozenset({"ORG", "PERSON", "CHIP", "SYSTEM", "SERVICE", "SOFTWARE", "FACILITY", "TECHNOLOGY"})


class Swapper:
    """Tells passages with other names; ``records`` are the passages whose names it may borrow."""

    def __init__(self, records: Iterable[dict[str, Any]], swapped: float, invented: float) -> None:
        self.swapped, self.invented = swapped, invented
        self.pool: dict[tuple[str, int], list[list[str]]] = defaultdict(list)
        for record in records:
            for entity in record["entities"]:
                if entity["type"] in SWAPPED:
                    forms = sorted(set(entity["mentions"]), key=lambda form: (-len(form), form))
                    self.pool[entity["type"], len(forms)].append(forms)

    def swap(self, record: dict[str, Any], rng: random.Random) -> dict[str, Any]:
        """The passage with other names for a share of its entities; those that share words with others stay."""
        entities = [dict(entity) for entity in record["entities"]]
        new: dict[str, str] = {}
        for entity in entities:
            if entity["type"] in SWAPPED and rng.random() < self.swapped and _alone(entity, entities):
                new |= self._names(entity, rng)
        glue = "\n\n" if record.get("title") else ""
        text = f"{record.get('title') or ''}{glue}{record['text']}"
        told, position = [], 0
        for start, end, _ in occurrences(text, entities):
            told += [text[position:start], new.get(text[start:end], text[start:end])]
            position = end
        text = "".join([*told, text[position:]])
        for entity in entities:
            entity["mentions"] = [new.get(form, form) for form in entity["mentions"]]
        title, _, body = text.partition("\n\n") if glue else ("", "", text)
        return record | {"title": title, "text": body, "entities": entities}

    def _names(self, entity: dict[str, Any], rng: random.Random) -> dict[str, str]:
        forms = sorted(set(entity["mentions"]), key=lambda form: (-len(form), form))
        donors = self.pool[entity["type"], len(forms)]
        if len(forms) == 1 and rng.random() < self.invented:
            return {forms[0]: invent(entity["type"], rng)}
        return dict(zip(forms, rng.choice(donors), strict=True))


def stitch(first: dict[str, Any], second: dict[str, Any]) -> dict[str, Any] | None:
    """Two passages as one article, as round-ups have them; ``None`` where they use a form for different things.

    What stands in different stories has no relation: the joined passage teaches that.
    """
    forms = {form: entity for entity in first["entities"] for form in entity["mentions"]}
    same: dict[str, str] = {}
    entities = [dict(entity) for entity in first["entities"]]
    for entity in second["entities"]:
        met = {id(forms[form]): forms[form] for form in entity["mentions"] if form in forms}
        if len(met) > 1 or any(other["type"] != entity["type"] for other in met.values()):
            return None
        if met:
            (other,) = met.values()
            mine = next(e for e in entities if e["id"] == other["id"])
            if same and mine["id"] in same.values():
                return None
            mine["mentions"] = sorted({*mine["mentions"], *entity["mentions"]})
        else:
            entities.append(entity | {"id": f"{entity['id']}~"})
        same[entity["id"]] = next(iter(met.values()))["id"] if met else f"{entity['id']}~"
    facts = [
        fact | {"s": same[fact["s"]]} | ({"o": same[fact["o"]]} if fact.get("o") in same else {})
        for fact in second["facts"]
        if fact["s"] in same
    ]
    text = "\n\n".join(part for part in (first["text"], second.get("title"), second["text"]) if part)
    return first | {"text": text, "entities": entities, "facts": [*first["facts"], *facts]}


def _alone(entity: dict[str, Any], entities: list[dict[str, Any]]) -> bool:
    """Whether no name of an entity shares a word with a name of another."""
    ours = {word for form in entity["mentions"] for word in re.findall(r"\w+", form)}
    theirs = {
        w for e in entities if e["id"] != entity["id"] for form in e["mentions"] for w in re.findall(r"\w+", form)
    }
    return not ours & theirs


def invent(type_: str, rng: random.Random) -> str:
    """A name that nobody bears, for a thing of this type."""
    word = "".join(rng.choice(ONSETS) + rng.choice(VOWELS) for _ in range(rng.choice((1, 2, 2)))) + rng.choice(CODAS)
    word = word.capitalize() if rng.random() < 0.9 else word.upper()
    if type_ == "PERSON":
        return f"{invent('', rng).capitalize()} {word}"
    if type_ == "CHIP" and rng.random() < 0.6:
        letters = "".join(rng.choice("ABCDEGHKLMNPQRSTVXZ") for _ in range(rng.choice((1, 1, 2, 3))))
        number = rng.choice((rng.randint(1, 9), rng.randint(10, 99) * 10, rng.randint(1, 99) * 100))
        code = f"{letters}{rng.choice(('', '-', ' '))}{number}"
        return code if rng.random() < 0.5 else f"{word} {code}"
    return word + rng.choice(TAILS.get(type_, [""]))
