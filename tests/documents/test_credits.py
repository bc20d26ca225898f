import pytest

from whoarms.documents.credits import credits_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("KYIV, May 3 (AFP) - The army said so.", ("AFP",)),
        ("LONDON (Reuters) - The army said so.", ("Reuters",)),
        ("MOSCOW, May 3. /TASS/. The army said so.", ("TASS",)),
        ("AFP - The army said so.", ("AFP",)),
        ("ROME, May 29 (Harbour Wire) — The army said so.", ("Harbour Wire",)),
        ("The army said so. (Reuters)", ("Reuters",)),
        ("The army said so – dpa", ("dpa",)),
        ("The army said so.\n\nSource: Xinhua, Agence France-Presse", ("Xinhua", "AFP")),
        ("The army said so.\n\nSource: Harbour Wire", ("Harbour Wire",)),
        ("The army said so.\n\nAdditional reporting by AFP and Jo Dee", ("AFP",)),
        ("The army said so.\n\n(With inputs from PTI)", ("PTI",)),
        ("So.\n\nThis article was first published by The Example Post.", ("The Example Post",)),
        ("So.\n\nThis story originally appeared on Example.org. It is ours.", ("Example.org",)),
        ("So.\n\nFirst published in Example Weekly on 3 May", ("Example Weekly",)),
    ],
)
def test_origins_that_a_text_names(text: str, names: tuple[str, ...]) -> None:
    assert credits_of(text) == names


def test_a_byline_may_be_an_agency() -> None:
    assert credits_of("The army said so.", author="Jo Dee and AFP") == ("AFP",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The army (pictured) - said so.",
        "The U.S. Army (USA) - said so.",
        "The missile was shown by its maker (Harbour Yards).",
        "The report was published in 2012 and sold.",
        "The minister told Reuters that the boats were sold.",
    ],
)
def test_texts_that_name_none(text: str) -> None:
    assert credits_of(text) == ()
