"""The phrases that name a source: "the company", "chief executive Jane Roe", "an analyst of Acme"."""

from __future__ import annotations

from extractor.pipeline.manner.sentence_words import COMPANY, NAMED, PERSON, POINTS, SPEAKERS, Voice, Words

SHORT = 7  # words between a verb and the name behind it, at most


class Phrases(Words):
    """Finds the sources before and behind a word of a sentence."""

    def before(self, verb: int) -> Voice | None:
        """The source whose phrase ends right before a verb."""
        number = self._subject_end(verb - 1)
        if self.word(number) in (",", ")"):
            number = self._opened(number)
        elif self.word(number) in ("and", "but"):
            return self.opening(number)
        return self._headed(number)

    def opening(self, before: int) -> Voice | None:
        """The first source of the sentence, the subject of its later verbs."""
        for number in range(before):
            if self.word(number) in self.words.groups["breaks"]:
                return None
            if self.word(number) in ("he", "she"):
                return Voice(PERSON, None, number, number + 1)
            if self.kind(number) in SPEAKERS:
                owner = self.word(number + 1) == "'s" and self.kind(number + 2) != "PERSON"
                return None if owner else self._first_of(number)
        return None

    def behind(self, start: int, reach: int = SHORT, *, prepositions: bool = False) -> Voice | None:
        """The source whose phrase begins right behind a verb or "according to"."""
        away = () if prepositions else self.words.groups["prepositions"]
        ends = POINTS | self.words.groups["nobody"] | (self.words.groups["breaks"] - {"by"})
        for number in range(start, min(start + reach, len(self.tokens))):
            word = self.word(number)
            if word in ends or word in away or self.pronoun(number):
                return None
            if self.kind(number) in SPEAKERS:
                return self._first_of(number)
            if word in self.words.voices and not self._name_follows(number):
                return Voice(self.words.voices[word], None, start, number + 1)
        return None

    def _subject_end(self, number: int) -> int:
        """Steps back over adverbs and dates between a subject and its verb."""
        while number > 0:
            if self.word(number) in self.words.groups["helpers"]:
                number -= 1
            elif self.kind(number) == "date":
                number -= 2 if self.word(number - 1) in ("on", "in", "earlier", "late") else 1
            else:
                break
        return number

    def _opened(self, closed: int) -> int:
        """The word before an apposition or relative clause that ends at ``closed``."""
        for number in range(closed - 1, max(0, closed - 16), -1):
            source = self.kind(number - 1) in SPEAKERS or self.word(number - 1) in self.words.voices
            if source and self.word(number) in (",", "("):
                return number - 1
        return -1

    def _headed(self, number: int) -> Voice | None:
        """The source whose phrase ends with a word."""
        kind, links = self.kind(number), self.words.groups["links"]
        if kind in SPEAKERS:
            return self._named(self._person_of(number), number + 1)
        if kind and self.word(number - 1) in links and self.kind(number - 2) in SPEAKERS:
            return self._named(number - 2, number + 1)
        if self.pronoun(number):
            voice = self.opening(number)
            return Voice(voice.kind if voice else COMPANY, voice.slot if voice else None, number, number + 1)
        return self._nameless(number) if self.word(number) in self.words.voices else None

    def _nameless(self, number: int) -> Voice:
        """The source at a noun: the organisation in front of it ("Acme executives"), else nobody by name."""
        for owner in range(number - 1, max(-1, number - 5), -1):
            if self.word(owner) in POINTS:
                break
            if self.kind(owner) == "ORG":
                return self._named(owner, number + 1)
        return Voice(self.words.voices[self.word(number)], None, self.phrase_start(number), number + 1)

    def _name_follows(self, number: int) -> bool:
        """Whether a name follows a nameless source at once ("spokesman for Acme", "chief executive Jane Roe")."""
        ahead = number + 1
        between = self.words.groups["links"] | {"the", "a", "an", "its", "by", "and"} | self.words.voices.keys()
        while self.word(ahead) in between:
            ahead += 1
        return self.kind(ahead) in SPEAKERS or (self.word(ahead) not in POINTS and self.kind(ahead + 1) in SPEAKERS)

    def _first_of(self, number: int) -> Voice:
        """The slot at a word, or the one in apposition to it ("the research firm Acme", "Acme chief Jane Roe")."""
        slot = self.slot(number)
        ends = POINTS | self.words.groups["prepositions"] | self.words.groups["breaks"] | {"the"}
        for ahead in range(number + 1, number + 6):
            if self.word(ahead) in ends:
                break
            named = slot is not None and slot.reference and ahead == number + 1 and self.kind(ahead) == "ORG"
            if named or self.kind(ahead) == "PERSON":
                return self._named(ahead, ahead + 1)
        return self._named(number, number + 1)

    def _person_of(self, number: int) -> int:
        """The person in "Jane Roe of Acme", else the word itself."""
        back = number - 2 if self.word(number - 1) == "the" else number - 1
        return back - 1 if self.word(back) in self.words.groups["links"] and self.kind(back - 1) == "PERSON" else number

    def _named(self, number: int, end: int) -> Voice:
        slot = self.slot(number)
        kind = COMPANY if slot is not None and slot.reference and slot.kind == "ORG" else NAMED
        return Voice(kind, self.index(self.word(number)), self.phrase_start(number), end)
