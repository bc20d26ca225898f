import pytest

from whoarms.documents.byline import read_byline


@pytest.mark.parametrize(
    ("line", "author", "outlet"),
    [
        ("By Anna K. Holm", "Anna K. Holm", None),
        ("Written by – Anna K. Holm:", "Anna K. Holm", None),
        ("by Jo Dee", "Jo Dee", None),
        ("By Anna Holm and Jo van der Dee", "Anna Holm and Jo van der Dee", None),
        ("By Anna Holm, Example News", "Anna Holm", "Example News"),
        ("By Anna Holm in Port Adler and Jo Dee in Eastmark", "Anna Holm", None),
        ("By ANNA HOLM | Example Times", "ANNA HOLM", "Example Times"),
        ("By Reuters", "Reuters", None),
        ("Author: Anna Holm", "Anna Holm", None),
        ("By Anna Holm, Defence Editor", "Anna Holm", None),
    ],
)
def test_bylines(line: str, author: str, outlet: str | None) -> None:
    found = read_byline(line)
    assert found is not None
    assert (found.author, found.outlet) == (author, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "By Tuesday the army had ten.",
        "By sea and by land",
        "By March",
        "By contrast, Eastmark has none.",
        "Bye",
        "",
        "By",
    ],
)
def test_other_lines(line: str) -> None:
    assert read_byline(line) is None
