"""Values that several things share: "the MI350X and the MI355X both carry 288GB", "either has eight cores"."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.pipeline.values.features import Candidate
from extractor.pipeline.values.scene import Article, Scene, is_entity


def sharers(
    article: Article, scene: Scene, slot: int, chosen: Candidate, groups: Mapping[str, frozenset[str]]
) -> tuple[int, ...]:
    """The entities that share the value in a slot with the chosen subject, itself included."""
    if chosen.slot is not None:
        group = scene.sentence.together.get(chosen.slot, (chosen.slot,))
        last = max(group)
        alone = not any(is_entity(s) and s.kind == scene.slots[last].kind for s in scene.slots[last + 1 : slot])
        if len(group) == 1 or last > slot or not alone or not groups["plural"] & set(scene.between(last, slot)):
            return (chosen.entity,)
        return _entities(scene, group)
    if scene.number and groups["dual"] & set(scene.tokens[:2]):
        before = article.scenes[scene.number - 1]
        for group in before.sentence.together.values():
            members = _entities(before, group)
            if len(members) > 1 and chosen.entity in members:
                return members
    return (chosen.entity,)


def _entities(scene: Scene, group: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(scene.slots[n].index for n in group))
