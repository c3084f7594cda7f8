"""Catalogue matching: every known name in the text, by spaCy's PhraseMatcher."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans

from extractor.catalogue import Catalogue, Known, load_catalogue
from extractor.catalogue.names import key, spellings
from extractor.ontology import load_ontology
from extractor.pipeline.annotations import Name, register_extensions

PASSED_OVER = frozenset({"benchmark"})  # conditions of a measurement, no parties to a fact
BRANDED = frozenset({"CHIP", "SYSTEM", "TECHNOLOGY"})  # whose names are told with their maker's in front
PLAIN, CONTEXT = "PLAIN", "CONTEXT"


@functools.cache
def catalogue_of(ontology_dir: str | None, catalogue_dir: str | None) -> Catalogue:
    """The catalogue that a component's configuration names."""
    ontology = load_ontology(Path(ontology_dir) if ontology_dir else None)
    return load_catalogue(ontology, Path(catalogue_dir) if catalogue_dir else None)


@Language.factory(
    "catalogue_matcher",
    default_config={"ontology_dir": None, "catalogue_dir": None},
    assigns=["doc._.names"],
)
class CatalogueMatcher:
    """Writes ``doc._.names``: known names, the longest first where they overlap.

    A name is written as the catalogue has it or in capitals; lower-case words are no names ("apple", "meta"). Names that
    are also ordinary words are marked ``by="catalogue:context"`` and left to the name finder to accept or drop.
    """

    def __init__(self, nlp: Language, name: str, ontology_dir: str | None, catalogue_dir: str | None) -> None:
        register_extensions()
        self.name = name
        self.catalogue = catalogue_of(ontology_dir, catalogue_dir)
        cues = load_ontology(Path(ontology_dir) if ontology_dir else None).names
        self.nouns, self.common_words = cues.nouns, cues.common_words
        self.matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        self.exact: dict[str, set[str]] = {}
        for label, forms in ((PLAIN, self._surfaces(context=False)), (CONTEXT, self._surfaces(context=True))):
            self.matcher.add(label, [nlp.make_doc(form) for form in sorted(forms)])

    def _surfaces(self, *, context: bool) -> set[str]:
        surfaces: set[str] = set()
        for known in self.catalogue.entries.values():
            if known.kind in PASSED_OVER:
                continue
            for form in known.context_aliases if context else known.forms:
                surfaces.update(spellings(form))
                self.exact.setdefault(key(form), set()).add(form)
        return surfaces

    def __call__(self, doc: Doc) -> Doc:
        """Match, keep the longest, and look up what each surface form may mean."""
        spans = self.matcher(doc, as_spans=True)
        names = (self._name(span.text, span.start_char, span.label_) for span in filter_spans(spans))
        doc._.names = [name for name in names if name is not None]
        return doc

    def _name(self, text: str, start: int, label: str) -> Name | None:
        form = key(text)
        forms = self.catalogue.forms.get(form) or self.catalogue.context_forms.get(form)
        if not forms or not self._written_as_name(text, form):
            return None
        known = self.catalogue.entries[forms[0]]
        head, _, noun = text.rpartition(" ")
        if head and known.type == "SOFTWARE" and self._ends_plainly(text, form):
            return self._name(head, start, label)
        if self.nouns.get(noun.lower()) == "CHIP" and known.id in candidates(self.catalogue, head):
            return self._name(head, start, label)  # the class noun is no part of the name: "Grace" of "Grace CPU"
        by = "catalogue" if form in self.catalogue.forms else "catalogue:context"
        return Name(start, start + len(text), text, known.type, known.id, 2.0, by, self._brand(text, start, known))

    def _brand(self, text: str, start: int, known: Known) -> Name | None:
        """The maker that a product's listed name begins with: the "Apple" of "Apple M1"; not that of "Raspberry Pi 5"."""
        maker = self.catalogue.entries.get(known.maker or "")
        if maker is None or known.type not in BRANDED:
            return None
        form = max((form for form in maker.forms if text.startswith(f"{form} ")), key=len, default="")
        if not form or text[len(form) :].split()[0].isdigit():
            return None
        return Name(start, start + len(form), form, maker.type, maker.id, 2.0, "catalogue")

    def _ends_plainly(self, text: str, form: str) -> bool:
        """Whether an ordinary word in lower case ends what is listed with a capital: an "AMD link" is no AMD Link."""
        last = text.split()[-1]
        return last in self.common_words and not any(one.split()[-1].islower() for one in self.exact.get(form, ()))

    def _written_as_name(self, text: str, form: str) -> bool:
        """Whether the case of ``text`` is that of a name: "apple" is fruit, "Hip" is not HIP, "AWS" is AWS."""
        written = self.exact.get(form, set())
        if text in written:
            return True
        if not any(c.isupper() for c in text):
            return any(c.isdigit() for c in text) and not text.isalpha()
        return text.isupper() or text.lower() not in self.common_words or any(c.isdigit() for c in text)


def candidates(catalogue: Catalogue, text: str) -> Iterable[str]:
    """Ids of all entries that a surface form may mean, the preferred first."""
    form = key(text)
    return dict.fromkeys([*catalogue.forms.get(form, ()), *catalogue.context_forms.get(form, ())])


def known_as(catalogue: Catalogue, form: str, type_: str) -> str | None:
    """The catalogue entry that a form means as a thing of this type, if there is one."""
    return next((i for i in candidates(catalogue, form) if catalogue.entries[i].type == type_), None)
