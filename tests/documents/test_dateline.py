import pytest

from whoarms.documents.dateline import date_line


@pytest.mark.parametrize(
    ("line", "day", "is_update"),
    [
        ("2023-03-04", "2023-03-04", False),
        ("4 March 2023", "2023-03-04", False),
        ("March 4, 2023", "2023-03-04", False),
        ("Saturday, 4th March 2023", "2023-03-04", False),
        ("Published: Mar 4, 2023 at 10:30 am EST", "2023-03-04", False),
        ("Posted on 4 March 2023 | 3 min read", "2023-03-04", False),
        ("Last updated 4 March 2023", "2023-03-04", True),
    ],
)
def test_lines_that_are_dates(line: str, day: str, is_update: bool) -> None:
    assert date_line(line) == (day, is_update)


@pytest.mark.parametrize(
    "line",
    [
        "03/05/2023",
        "March 2023",
        "On 4 March 2023 the boats came.",
        "2023-13-45",
        "31 February 2023",
        "Tuesday",
        "",
    ],
)
def test_lines_that_are_not(line: str) -> None:
    assert date_line(line) is None
