from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from whoarms.text.sentences import sentences


def test_abbreviations_end_no_sentence() -> None:
    text = "Gen. Smith met U.S. officials on Jan. 5. He sold 1.5 million shells.\n\nA new deal followed."
    assert [text[s.start : s.end] for s in sentences(text)] == [
        "Gen. Smith met U.S. officials on Jan. 5.",
        "He sold 1.5 million shells.",
        "A new deal followed.",
    ]


@given(st.text(max_size=200))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    spans = sentences(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
