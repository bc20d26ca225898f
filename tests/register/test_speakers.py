"""Who a source is."""

import pytest

from whoarms.model import Source
from whoarms.register.speakers import press_office, same_speaker, speaker_of, state_of


@pytest.mark.parametrize(
    ("text", "naming"),
    [
        ("General Reza Karimi", "named"),
        ("the Iranian defence ministry", "named"),
        ("a White House spokesperson", "named"),
        ("a budget annex", "named"),
        ("two people familiar with the matter", "unnamed"),
        ("a senior Iranian official", "unnamed"),
        ("quoting a Jordanian officer", "unnamed"),
        ("Sudanese officials", "unnamed"),
        ("Reuters Tuesday", "outlet"),
        ("several specialist websites", "press"),
        ("the report", "again"),
        ("the same officials", "again"),
        ("the defence minister", "again"),
    ],
)
def test_how_a_source_is_named(text: str, naming: str) -> None:
    assert speaker_of(Source(text)).naming == naming


@pytest.mark.parametrize(
    ("text", "beside", "state"),
    [
        ("Tehran", "", "IRN"),
        ("the Kremlin", "", "RUS"),
        ("the Iranian embassy", "", "IRN"),
        ("Reza Karimi", "Iranian defence minister Reza Karimi said so.", "IRN"),
        ("Reza Karimi", "Reza Karimi, the Iranian defence minister, said so.", "IRN"),
        ("Reza Karimi", "Iranian lawmaker Reza Karimi said so.", None),
        ("former Iranian president Reza Karimi", "", None),
        ("an Iranian defence ministry document", "", None),
    ],
)
def test_who_speaks_for_a_state(text: str, beside: str, state: str | None) -> None:
    assert speaker_of(Source(text), beside).state == state


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("General Reza Karimi", "Karimi"),
        ("Lu Zhiyuan", "Senior Colonel Lu"),
        ("the Iranian defence ministry", "the defence ministry in Tehran"),
        ("Tehran", "Iran"),
    ],
)
def test_two_namings_of_one_speaker(one: str, other: str) -> None:
    assert same_speaker(speaker_of(Source(one)), speaker_of(Source(other)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Reza Karimi", "Omar Karimi"),
        ("the Iranian defence ministry", "the Sudanese defence ministry"),
        ("Tehran", "Khartoum"),
        ("a budget annex", "the annex of a treaty"),
    ],
)
def test_two_speakers(one: str, other: str) -> None:
    assert not same_speaker(speaker_of(Source(one)), speaker_of(Source(other)))


def test_outlets_that_are_no_press() -> None:
    office = press_office("Ministry of Defence of Iran")
    assert office is not None
    assert office.state == "IRN"
    assert press_office("Nile Herald") is None
    assert (state_of("Islamic Republic News Agency"), state_of("Reuters")) == ("IRN", None)
