from datetime import date
from typing import Any

import pytest

from whoarms.measures.evidence import Evidence, doubtful
from whoarms.measures.steps import steps

PAIR = "supplier=IRN recipient=RUS"


@pytest.mark.parametrize(
    ("fields", "day", "basis"),
    [
        ({"when": "2023-02-03"}, date(2023, 2, 3), "event"),
        ({"when": "2022"}, date(2022, 12, 31), "event"),
        ({"when": "2023"}, date(2023, 5, 10), "event"),
        ({"when": "2024"}, date(2023, 5, 10), "report"),
        ({}, date(2023, 5, 10), "report"),
        ({"when": "2023-02", "certainty": "planned"}, date(2023, 5, 10), "report"),
        ({"when": "2023-02", "published": None}, date(2023, 2, 28), "event"),
        ({"published": None}, None, "report"),
    ],
)
def test_the_day_of_a_step(tell: Any, make: Any, fields: dict[str, Any], day: date | None, basis: str) -> None:
    (deal,) = make(tell("a", PAIR, "uav", **fields))
    (step,) = steps(deal)
    assert (step.day, step.dated_by) == (day, basis)


def test_the_surest_reports_of_a_stage_make_its_step(tell: Any, make: Any) -> None:
    (deal,) = make(
        tell("a", PAIR, "uav", certainty="planned", published="2023-01-01"),
        tell("b", PAIR, "uav", published="2023-03-01"),
        tell("c", PAIR, "uav", stage="delivery", certainty="denied"),
    )
    (step,) = steps(deal)
    assert (step.stage, step.certainty, step.documents) == ("order", "asserted", ("b",))
    assert not step.contested


def test_evidence_grows_with_origins_and_shrinks_with_doubt(tell: Any, make: Any) -> None:
    evidence = Evidence()
    (one,) = steps(make(tell("a", PAIR, "uav"))[0])
    (two,) = steps(make(tell("a", PAIR, "uav"), tell("b", PAIR, "uav"))[0])
    (hedged,) = steps(make(tell("a", PAIR, "uav", certainty="possible"))[0])
    (denied,) = steps(make(tell("a", PAIR, "uav"), tell("b", PAIR, "uav", certainty="denied"))[0])
    factors = [round(evidence.factor(step, False), 4) for step in (one, two, hedged, denied)]
    assert factors == [0.6, 0.84, 0.3, 0.3]
    assert evidence.factor(one, True) == 1
    assert [doubtful(step, False) for step in (one, two, hedged, denied)] == [True, False, True, True]
