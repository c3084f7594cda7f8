import pytest

from extractor.articles.boilerplate import entries, without_boilerplate


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry["name"])
def test_every_pattern_cuts_its_example(entry: dict[str, str]) -> None:
    between = "\n" if entry["after"] == "line" else " "
    assert without_boilerplate("The Zed 9 has 64 cores." + between + entry["example"]) == "The Zed 9 has 64 cores."


def test_phrases_behind_each_other_all_go() -> None:
    text = "Zed ships in May. […] Continue reading Zed ships → The post Zed ships appeared first on Chip Daily."
    assert without_boilerplate(text) == "Zed ships in May."


@pytest.mark.parametrize(
    "text",
    [
        "Customers can read more about it in the white paper.",
        "The tool lets editors continue reading where they stopped.",
        "The post office bought 40 Zed 9 systems.",
        "Read more than one book.",
        "Nothing was cut [...] from this sentence.",
        "The plan was simple...",
    ],
)
def test_sentences_that_only_sound_like_it_stay(text: str) -> None:
    assert without_boilerplate(text) == text
