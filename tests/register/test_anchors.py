"""Which claim of a new reading a judged one has become."""

from typing import Any

import msgspec
import pytest

from whoarms.model import Claim, Evidence
from whoarms.register.anchors import anchor

PAIR = "supplier=IRN recipient=RUS"
TEXT = "Iran sold forty drones to Russia in May. It denied that later. Russia trained crews in Iran."


@pytest.fixture
def quoting(say: Any) -> Any:
    """Make a claim on a part of the text, with an id of its own."""

    def make(id_: str, quote: str, shift: int = 0, **fields: Any) -> Claim:
        start = TEXT.index(quote) + shift
        found = Evidence(quote, start, start + len(quote))
        return msgspec.structs.replace(say(**{"roles": PAIR, **fields}), id=id_, evidence=(found,))

    return make


def test_the_same_claim_stands_for_itself(quoting: Any) -> None:
    judged = quoting("judged", "Iran sold")
    assert anchor(judged, [quoting("other", "Iran sold"), judged]) == "judged"


def test_the_most_overlap_counts(quoting: Any) -> None:
    judged = quoting("judged", "Iran sold forty drones to Russia in May.")
    present = [
        quoting("a", "Iran sold"),
        quoting("b", "sold forty drones to Russia"),
        quoting("c", "in May. It denied"),
    ]
    assert anchor(judged, present) == "b"


def test_the_kind_goes_before_the_overlap(quoting: Any) -> None:
    judged = quoting("judged", "Iran sold forty drones")
    training = quoting("a", "Iran sold forty drones", roles="trainer=RUS", kind="training")
    assert anchor(judged, [training, quoting("b", "forty drones to Russia")]) == "b"
    assert anchor(judged, [training]) == "a"


def test_of_claims_on_the_same_words_the_likest_counts(quoting: Any) -> None:
    judged = quoting("judged", "It denied that later.", certainty="denied", stage="delivery")
    present = [
        quoting("a", "It denied that later.", stage="delivery"),
        quoting("b", "It denied that later.", certainty="denied", stage="delivery", when="2023"),
    ]
    assert anchor(judged, present) == "b"


def test_words_that_moved_are_found_again(quoting: Any) -> None:
    judged = quoting("judged", "Russia trained crews in Iran.")
    present = [quoting("a", "It denied that later.", shift=29), quoting("b", "Russia trained crews", shift=500)]
    assert anchor(judged, present) == "b"


def test_without_shared_evidence_there_is_none(quoting: Any) -> None:
    assert anchor(quoting("judged", "Iran sold forty drones"), [quoting("a", "It denied that later.")]) is None
    assert anchor(quoting("judged", "Iran sold forty drones"), []) is None
