from pathlib import Path

import pytest

from whoarms.documents.plain import paragraphs, read_plain


def test_text_saved_from_a_page(data: Path) -> None:
    found = read_plain((data / "saved.txt").read_text(encoding="utf-8"), "saved.txt")
    assert found.title == "Northland sells ten patrol boats to Eastmark and opens a school for their crews"
    assert found.author == "Anna K. Holm"
    assert found.truncated
    first, second, third = (found.text or "").split("\n\n")
    assert first.startswith("Northland has sold ten")
    assert first.endswith("in the spring.")
    assert "recall.  It has" in second, "the words stay letter for letter"
    assert third.endswith("whatever its neighbours think of it.”")


def test_head_of_an_article_gives_outlet_and_day() -> None:
    text = (
        "Boats sold to Eastmark | Example Courier\nBy Anna K. Holm and Jo Dee, Defence Correspondent\n"
        "Published on 4 March 2023, 10:30 GMT\n5 min read\n\n"
        "Northland has sold ten patrol boats to Eastmark, the defence ministry said on Tuesday.\n"
    )
    found = read_plain(text, "x.txt")
    assert (found.title, found.outlet) == ("Boats sold to Eastmark", "Example Courier")
    assert (found.author, found.published) == ("Anna K. Holm and Jo Dee", "2023-03-04")
    assert found.text == "Northland has sold ten patrol boats to Eastmark, the defence ministry said on Tuesday."
    assert not found.truncated


def test_a_day_of_an_update_is_not_the_day_of_publication() -> None:
    prose = "Northland has sold ten patrol boats to its neighbour Eastmark.\n"
    text = f"Boats sold\n\nLast updated: 5 March 2023\n\n{prose}"
    assert read_plain(text, "x.txt").published is None


@pytest.mark.parametrize(
    "text",
    [
        "Northland has sold ten patrol boats to Eastmark.",
        "Northland has sold ten boats.\nEastmark paid in grain.\nNobody else was asked.",
    ],
)
def test_sentences_alone_are_all_text(text: str) -> None:
    found = read_plain(text, "x.txt")
    assert found.title is None
    assert (found.text or "").replace("\n\n", "\n") == text


def test_hard_wrapped_lines_are_joined_and_others_are_not() -> None:
    wrapped = (
        "Northland has sold ten patrol boats to Eastmark, the defence\n"
        "ministry in the capital said on Tuesday. The boats will be\n"
        "delivered by the end of next year.\n\nA second paragraph.\nA third one."
    )
    first, *rest = paragraphs(wrapped)
    assert first == wrapped.split("\n\n")[0].replace("\n", " ")
    assert rest == ["A second paragraph.", "A third one."]


def test_control_characters_and_odd_spaces() -> None:
    assert (
        read_plain("Ten\xa0boats\x00 were\u200b sold\x07 to\x0bEastmark.", "x").text
        == "Ten boats were sold to\n\nEastmark."
    )
