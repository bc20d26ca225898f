from training.check import corpus_faults, faults


def test_no_record_of_the_corpus_has_a_fault() -> None:
    assert list(corpus_faults()) == []


def test_faults_are_named() -> None:
    claim = {
        "kind": "transfer", "stage": "sold", "certainty": "asserted", "supplier": ["FRA"], "recipient": "PER",
        "items": [{"text": "jets", "category": "plane", "quantity": None}], "when": "May", "value": None, "sources": [],
        "evidence": "France sold jets.",
    }  # fmt: skip
    record = {"id": "x", "title": "", "published": "2020-01-01", "text": "France sold Peru jets.", "claims": [claim]}
    found = "\n".join(faults(record))
    for word in ("stage 'sold'", "recipient is no list", "'plane'", "when 'May'", "evidence is not in the text"):
        assert word in found
