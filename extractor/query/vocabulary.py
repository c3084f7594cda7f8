"""Words that a query may use: a slip of the pen shall not look like an answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from difflib import get_close_matches

from extractor.errors import UsageError

Words = str | Collection[str] | None


def words(given: Words) -> frozenset[str] | None:
    """One word or several as a set without case; ``None`` lets everything through.

    >>> sorted(words(["ORG", "chip"]))
    ['chip', 'org']
    """
    if given is None:
        return None
    return frozenset(word.casefold() for word in ([given] if isinstance(given, str) else given))


def spellings(
    kind: str, given: Words, known: Iterable[str], used: Callable[[], Iterable[str]]
) -> frozenset[str] | None:
    """The words as ontology (``known``) or graph (``used``, asked only where it must be) spell them.

    Raises :class:`UsageError` for a word that neither has, with what resembles it.

    >>> spellings("type", "chip", ["CHIP", "ORG"], list)
    frozenset({'CHIP'})
    """
    wanted = words(given)
    if wanted is None:
        return None
    spelled = {word.casefold(): word for word in known}
    if not wanted <= spelled.keys():
        spelled |= {word.casefold(): word for word in used()}
    for word in sorted(wanted - spelled.keys()):
        near = [spelled[one] for one in get_close_matches(word, spelled, n=3, cutoff=0.6)]
        raise UsageError(f"unknown {kind} {word!r}; {hint(near, spelled.values())}")
    return frozenset(spelled[word] for word in wanted)


def check_options(given: Iterable[str], known: Collection[str]) -> None:
    """Raise :class:`UsageError` for the name of a keyword that there is not: it would let everything through.

    >>> check_options(["type"], ["type", "made_by"])
    """
    for name in given:
        if name not in known:
            near = get_close_matches(name, known, n=3, cutoff=0.6)
            raise UsageError(f"there is no option {name!r}; {hint(near, known)}")


def hint(near: Sequence[str], known: Iterable[str]) -> str:
    """What resembles a word that there is not, else all that there is.

    >>> hint([], ["b", "a"])
    'there are a, b'
    """
    return f"near are {', '.join(near)}" if near else f"there are {', '.join(sorted(known))}"


def publishers(given: Words, used: Iterable[str]) -> frozenset[str] | None:
    """The publishers of the graph that are called so: by their name, or by that of their site without its ending.

    Raises :class:`UsageError` for a name that fits none.

    >>> publishers("reuters", ["www.reuters.com", "wire.example.com"])
    frozenset({'www.reuters.com'})
    """
    wanted = words(given)
    if wanted is None:
        return None
    called: dict[str, set[str]] = {}
    for source in used:
        name = source.casefold()
        for key in {name, name.removeprefix("www."), name.removeprefix("www.").split(".")[0]}:
            called.setdefault(key, set()).add(source)
    missing = [word for word in wanted if word not in called]
    if missing:
        spellings("source", missing, {source for found in called.values() for source in found}, tuple)
    return frozenset(source for word in wanted for source in called[word])
