from pathlib import Path
from typing import Any

import pytest

from whoarms.errors import InputError, SettingsError
from whoarms.measures import flows, levels, movements, network
from whoarms.measures.charts import flows_chart, level_chart, timeline_chart
from whoarms.measures.network_chart import network_chart
from whoarms.measures.pictures import save


@pytest.fixture
def deals(tell: Any, make: Any) -> Any:
    return make(
        tell("a", "supplier=IRN recipient=RUS", "uav", when="2022-08"),
        tell("b", "supplier=IRN recipient=RUS", "uav", stage="delivery", when="2022-10"),
        tell("c", "supplier=CHN recipient=PAK", "ship"),
    )


def test_a_picture_of_each_measure(deals: Any, tmp_path: Path) -> None:
    found = movements(deals)
    specs = {
        "Level of cooperation": level_chart(levels(deals, ("IRN", "RUS"))),
        "Deals by year": flows_chart(flows(found, ["year", "category"]), "category"),
        "Who supplies whom": network_chart(network(found)),
        "Timeline": timeline_chart(deals),
    }
    for title, spec in specs.items():
        save(spec, tmp_path / "picture.svg")
        assert title in (tmp_path / "picture.svg").read_text()
    save(spec, tmp_path / "picture.PNG")
    assert (tmp_path / "picture.PNG").read_bytes().startswith(b"\x89PNG")


def test_a_timeline_of_many_deals_shows_the_latest(tell: Any, make: Any) -> None:
    states = "AFG AGO ALB ARE ARG ARM AUS AUT AZE BEL BGD BGR BHR BLR BOL BRA BRN BWA CAN CHE CHL CHN CMR COD".split()
    told = [
        tell(f"{state}{year}", f"supplier=USA recipient={state}", "uav", published=f"{year}-01-01")
        for state in states
        for year in (2000, 2020)
    ]
    spec = timeline_chart(make(*told))
    assert spec["title"] == "Timeline: the latest 40 of 48 deals"


def test_pictures_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"picture\.gif: .*\.png or \.svg"):
        save({}, tmp_path / "picture.gif")
    with pytest.raises(InputError, match="no such file"):
        save(flows_chart([], "category"), tmp_path / "missing" / "picture.svg")
