"""Which attribute a value of ``has_spec`` is of: by its unit's dimension, what it counts, and the cue words around."""

from __future__ import annotations

import re
from collections import defaultdict

from extractor.ontology.model import Attribute, Ontology
from extractor.pipeline.quantities.grammar import QuantityMatch
from extractor.pipeline.values.lexicon import any_of
from extractor.pipeline.values.scene import Article, Scene, is_entity

REACH = 90
BEFORE = 8
COMMA = 30
OF_THEM = re.compile(r"\s+of (?:them|these|those|its|their)(?!\w)", re.I)
# Where radios send (IEEE 802.11), in GHz: such a frequency beside their words is no clock, unless the words say so.
BANDS = (2.4, 5, 6, 60)
RADIO = re.compile(r"\b(?:(?:dual-|tri-)?bands?|radios?|wi-?fi|bluetooth|802\.11\w*)\b", re.I)
CLOCK = re.compile(
    r"\b(?:runs?|running|clock(?:s|ed|ing)?|boosts?|boosting|turbo|reach(?:es|ing)?|hits?|tops out)\b", re.I
)
STOPS = re.compile(r"[;()]|\.\s|:\s")


class AttributeFinder:
    """Decides the attribute of a quantity."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology
        self.by_dimension: dict[str, list[Attribute]] = defaultdict(list)
        self.by_noun: dict[str, Attribute] = {}
        for attribute in ontology.attributes.values():
            for dimension in attribute.dimensions - {"count"}:
                self.by_dimension[dimension].append(attribute)
            for noun in attribute.nouns:
                self.by_noun.setdefault(noun, attribute)
        self.cues = {attribute.name: any_of(attribute.cues) for attribute in ontology.attributes.values()}

    def find(self, article: Article, scene: Scene, slot: int) -> tuple[Attribute, bool] | None:
        """The attribute of the quantity in a slot, and whether a cue names it; None where it is no property."""
        quantity: QuantityMatch = article.quantities[scene.slots[slot].index]
        found = self._found(article, quantity, scene, slot)
        if is_change(article.text, quantity):
            return None
        if found and found[0].name == "clock_frequency" and is_radio(quantity, *surroundings(article, scene, slot)):
            return self.ontology.attributes["other"], True
        return None if found and quantity.quantity.amount < found[0].least else found

    def _found(
        self, article: Article, quantity: QuantityMatch, scene: Scene, slot: int
    ) -> tuple[Attribute, bool] | None:
        if quantity.kind == "count":
            return self._counted(article, quantity, scene, slot)
        dimension = self.ontology.units.dimension(quantity.quantity.unit)
        options = self.by_dimension.get("money" if quantity.kind == "money" else dimension, [])
        if not options:
            return None
        before, after = surroundings(article, scene, slot)
        far = REACH + COMMA + BEFORE + 1
        places = [min(self._place(a, before, after), far) for a in options]
        best = min(range(len(options)), key=lambda n: (places[n], n))
        return options[best], places[best] < far

    def _counted(
        self, article: Article, quantity: QuantityMatch, scene: Scene, slot: int
    ) -> tuple[Attribute, bool] | None:
        named = counted_slot(quantity, scene, slot)
        noun = quantity.noun if quantity.noun in self.by_noun else quantity.noun.split(" ")[-1]
        if noun in self.by_noun:
            return self.by_noun[noun], True
        units = named is not None and scene.slots[named].kind in ("CHIP", "SYSTEM")
        if units or (not noun and OF_THEM.match(article.text, quantity.end)):
            return self.ontology.attributes["unit_count"], True
        return None

    def _place(self, attribute: Attribute, before: str, after: str) -> int:
        """How far the attribute's nearest cue is from the value, in characters; far away where there is none."""
        pattern, best = self.cues[attribute.name], REACH * 3
        if found := pattern.search(after):
            best = found.start() + COMMA * after.count(",", 0, found.start())
        for found in pattern.finditer(before):
            best = min(best, len(before) - found.end() + BEFORE + COMMA * before.count(",", found.end()))
        return best


def is_change(text: str, quantity: QuantityMatch) -> bool:
    """Whether a sign before a sum of money makes it a change of a price: "2GB: +$10"."""
    return quantity.kind == "money" and text[max(0, quantity.start - 1) : quantity.start] in ("+", "−")


def is_radio(quantity: QuantityMatch, before: str, after: str) -> bool:
    """Whether a frequency is the band of a radio, by the words of its clause before and after it."""
    if quantity.quantity.unit != "GHz" or quantity.quantity.amount not in BANDS or CLOCK.search(before):
        return False
    return RADIO.search(before) is not None or RADIO.search(after) is not None


def surroundings(article: Article, scene: Scene, slot: int) -> tuple[str, str]:
    """The text before and after a quantity that may say what it is: up to the next quantity or clause border."""
    own = scene.slots[slot]
    others = [s for n, s in enumerate(scene.slots) if n != slot and not is_entity(s)]
    low = max([scene.sentence.start, own.start - REACH, *(s.end for s in others if s.end <= own.start)])
    high = min([scene.sentence.end, own.end + REACH, *(s.start for s in others if s.start >= own.end)])
    before, after = article.text[low : own.start], article.text[own.end : high]
    borders = [border.end() for border in STOPS.finditer(before) if border[0] != "("]
    before = before[borders[-1] :] if borders else before
    stop = STOPS.search(after)
    return before, after[: stop.start()] if stop else after


def counted_slot(quantity: QuantityMatch, scene: Scene, slot: int) -> int | None:
    """The slot of the named thing that a quantity counts ("eight MI355X", "72 Blackwell GPUs"), if it does."""
    following = slot + 1
    if following >= len(scene.slots) or not is_entity(scene.slots[following]):
        return None
    named = scene.slots[following]
    reaches = quantity.noun_start >= 0 and named.start < max(quantity.noun_end, quantity.end)
    return following if reaches or (not quantity.noun and named.start - quantity.end <= 1) else None
