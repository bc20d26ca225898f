from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from whoarms.errors import InputError, SettingsError
from whoarms.measures import LevelSettings, levels
from whoarms.measures.evidence import Evidence
from whoarms.measures.weights import load_weights
from whoarms.model import Document

PAIR = "supplier=IRN recipient=RUS"
IRN_RUS = ("IRN", "RUS")
TABLE = Path(__file__).parents[2] / "src/whoarms/measures/data/weights.tsv"


def both(tell: Any, name: str, roles: str = PAIR, items: str = "uav", **fields: Any) -> list[Any]:
    """Tell of one thing from two origins."""
    return [tell(f"{name}{number}", roles, items, **fields) for number in (1, 2)]


def test_an_act_counts_half_after_a_half_life(tell: Any, make: Any) -> None:
    deals = make(*both(tell, "a", stage="delivery", when="2022-01-31", published="2022-02-01"))
    settings = LevelSettings(half_life=365, by="year", until="2023-01-31", evidence=Evidence(origin=1))
    first, last = levels(deals, IRN_RUS, settings)
    (part,) = last.parts
    assert (part.act.code, part.act.weight, part.decay, last.level) == ("072", 8.3, 0.5, 4.15)
    assert (first.period, first.new_acts, last.new_acts) == ("2022", 1, 0)
    assert last.change < 0 < first.change


def test_parts_add_up_to_the_level_and_to_its_domains(tell: Any, make: Any) -> None:
    deals = make(
        *both(tell, "a"),
        tell("b", PAIR, "missile", stage="delivery", when="2022-11"),
        tell("c", "parties=IRN+RUS", kind="exercise", stage=None, when="2023-03"),
        tell("d", "sender=RUS target=IRN", kind="sanction", stage=None, when="2023-04"),
        tell("e", "supplier=IRN recipient=SDN", "uav"),
    )
    for level in levels(deals, IRN_RUS):
        assert level.level == pytest.approx(sum(part.value for part in level.parts), abs=1e-9)
        assert level.level == pytest.approx(sum(domain.level for domain in level.domains), abs=1e-6)
        assert level.low <= level.level <= level.high
    assert [domain.domain for domain in level.domains] == ["arms", "exercises", "sanctions"]
    assert level.domains[-1].level < 0


def test_the_interval_holds_doubtful_acts_not_at_all_and_in_full(tell: Any, make: Any) -> None:
    against = tell("d", "sender=RUS target=IRN", kind="sanction", stage=None)
    (level,) = levels(make(tell("a", PAIR, "uav"), against), IRN_RUS, LevelSettings(until="2023-05-10"))
    assert (level.low, level.level, level.high) == (-8.0, 0.0, 8.0)
    (sure,) = levels(make(*both(tell, "a")), IRN_RUS, LevelSettings(until="2023-05-10"))
    assert sure.low == sure.level == sure.high == 6.72


def test_the_pair_has_no_order_and_neither_have_reports(tell: Any, make: Any) -> None:
    told = [*both(tell, "a"), tell("b", "parties=IRN+RUS", kind="agreement", stage=None, published="2022-02-02")]
    results = {str([(x.level, x.parts) for x in levels(make(*some), IRN_RUS)]) for some in permutations(told)}
    assert len(results) == 1
    assert [x.level for x in levels(make(*told), ("RUS", "IRN"))] == [x.level for x in levels(make(*told), IRN_RUS)]


def test_a_denied_deal_and_an_undated_one_add_nothing(tell: Any, make: Any) -> None:
    assert levels(make(tell("a", PAIR, "uav", certainty="denied")), IRN_RUS) == []
    (level,) = levels(make(tell("a", PAIR, "uav"), tell("b", PAIR, "ship", published=None)), IRN_RUS)
    assert (len(level.parts), level.undated) == (1, 1)


def documents(*told: tuple[str, str, str]) -> list[Document]:
    return [Document(id=id_, outlet=outlet, published=day) for id_, outlet, day in told]


def test_a_rise_that_only_new_outlets_report_is_warned_of(tell: Any, make: Any) -> None:
    deals = make(tell("a", PAIR, "uav", published="2022-01-10"), tell("b", PAIR, "ship", published="2023-05-10"))
    old = documents(("a", "Old Post", "2022-01-10"), ("x", "Old Post", "2023-05-01"))
    late = levels(deals, IRN_RUS, documents=[*old, *documents(("b", "New Post", "2023-05-10"))])[-1]
    assert late.warning == "the rise rests on outlets that are new to the register: New Post"
    assert late.new_outlets == ("New Post",)
    known = levels(deals, IRN_RUS, documents=[*old, *documents(("b", "Old Post", "2023-05-10"))])
    assert [level.warning for level in known] == [None] * len(known)
    settled = documents(("y", "New Post", "2022-10-01"), ("b", "New Post", "2023-05-10"))
    assert levels(deals, IRN_RUS, documents=[*old, *settled])[-1].warning is None


def test_periods_run_from_since_to_until(tell: Any, make: Any) -> None:
    settings = LevelSettings(by="quarter", since="2023-02", until="2023-08")
    found = levels(make(tell("a", PAIR, "uav", when="2023-04-02")), IRN_RUS, settings)
    assert [(x.period, str(x.end), bool(x.parts)) for x in found] == [
        ("2023-Q1", "2023-03-31", False),
        ("2023-Q2", "2023-06-30", True),
        ("2023-Q3", "2023-08-31", True),
    ]


def test_another_table_of_weights(tell: Any, make: Any, tmp_path: Path) -> None:
    mine = tmp_path / "mine.tsv"
    mine.write_text(TABLE.read_text().replace("\t8.0\t057", "\t2.0\t057"))
    settings = LevelSettings(weights=load_weights(mine), evidence=Evidence(origin=1))
    assert levels(make(*both(tell, "a")), IRN_RUS, settings)[-1].parts[0].act.weight == 2.0


@pytest.mark.parametrize(
    ("old", "new", "cause"),
    [
        ("domain", "area", "lacks the column domain"),
        ("\t8.0\t057", "\tmuch\t057", "mine.tsv:6"),
        ("\t8.0\t057", "\tnan\t057", "not a finite number"),
        ("supplier\trecipient", "buyer\trecipient", "transfer has no role 'buyer'"),
    ],
)
def test_a_table_of_weights_that_cannot_be(tmp_path: Path, old: str, new: str, cause: str) -> None:
    mine = tmp_path / "mine.tsv"
    mine.write_text(TABLE.read_text().replace(old, new))
    with pytest.raises(InputError, match=cause):
        load_weights(mine)


def test_every_weight_is_on_the_scale_and_names_its_publication() -> None:
    rows = [line.split("\t") for line in TABLE.read_text().splitlines()[1:]]
    assert all(-10 <= float(row[6]) <= 10 and "Goldstein 1992" in row[9] for row in rows)


@pytest.mark.parametrize("wrong", [{"half_life": 0.0}, {"since": "soon"}])
def test_settings_that_cannot_be(wrong: dict[str, Any]) -> None:
    with pytest.raises(SettingsError):
        LevelSettings(**wrong)
    with pytest.raises(SettingsError):
        Evidence(possible=1.5)
