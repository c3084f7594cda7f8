"""What the parameters of the tools mean, as agents read it. An empty text is one that is not given."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

WordList = str | list[str]  # pydantic reads it, so it is no string

Entity = Annotated[str, Field(description="Name, alias or id of an entity; case, blanks and hyphens do not matter.")]
FactId = Annotated[
    str, Field(description="Id of a fact as list_facts gives it, or the beginning of one.", min_length=1)
]
Limit = Annotated[
    int, Field(ge=1, le=100, description="How many to return at most; `more` tells whether there are more.")
]
Offset = Annotated[int, Field(ge=0, description="How many to skip, for the next page.")]
Evidence = Annotated[int, Field(ge=0, le=10, description="How many sentences to return with each fact at most.")]
Confidence = Annotated[float, Field(ge=0, le=1, description="Leave out facts that are less certain.")]
Predicates = Annotated[WordList, Field(description="One predicate or several, such as announces, makes, has_spec.")]
Attributes = Annotated[
    WordList, Field(description="Attribute of has_spec or metric of compares_to, such as memory_capacity; or several.")
]
Statuses = Annotated[WordList, Field(description="Status of has_status, such as available or delayed; or several.")]
Modalities = Annotated[WordList, Field(description="asserted, planned, reported (a rumour) or denied; or several.")]
Types = Annotated[WordList, Field(description="Type of the entity, such as CHIP, SYSTEM or ORG; or several.")]
Maker = Annotated[str, Field(description="Only what this organisation makes.")]
Family = Annotated[str, Field(description="Only members of this product family.")]
Country = Annotated[str, Field(description="Only what is of this country, by its full name.")]
Publishers = Annotated[
    WordList, Field(description="Publisher of an article, such as reuters.com or Reuters; or several.")
]
Since = Annotated[
    str, Field(description="First day: 2026-03-14, 2026-03, 2026-Q1 or 2026, of publication or of the fact.")
]
Until = Annotated[str, Field(description="Last day, written like `since`.")]
Over = Annotated[str, Field(description='Only values above this one, with a unit: "4 TB/s", "$1.5 billion", "96".')]
Under = Annotated[str, Field(description="Only values below this one, written like `over`.")]
Sources = Annotated[int, Field(ge=0, description="Only facts that at least so many independent sources state.")]
Disputed = Annotated[
    bool | None, Field(description="true: only facts that other facts contradict; false: only undisputed ones.")
]
Steps = Annotated[int, Field(ge=0, le=6, description="Longest path in facts; 0: the shortest ones, however long.")]
