from whoarms.reading.triage import triage
from whoarms.text.sentences import sentences


def chosen(text: str) -> list[bool]:
    return triage(text, sentences(text))


def test_text_without_arms_or_forces_is_never_read() -> None:
    assert not any(chosen("The bakery sold 400 loaves on Monday. The mayor bought one. Prices rose by a tenth."))


def test_follow_ups_beside_a_sentence_on_arms_are_read() -> None:
    assert all(chosen("Peru has ordered ten howitzers from France. Four are here. The rest come in May."))


def test_a_bare_designation_is_enough() -> None:
    assert any(chosen("Lima bought the ZQX-41B last year."))
