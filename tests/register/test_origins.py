"""Who really says so."""

import random
from typing import Any

import pytest

from whoarms.register.lineage import lineage_of
from whoarms.register.origins import asserting, origins
from whoarms.register.values import Report

ROLES = "supplier=IRN recipient=SDN"
STORY = (
    "Khartoum has taken delivery of the drones that it ordered from Iran last year, and the first have been seen "
    "flying from the airfield at Wadi Halfa. The aircraft came in crates aboard a freighter of the state line. Their "
    "crews spent the spring on the coast near Bushehr, where they were taught to fly by men who had flown in Syria."
)


@pytest.fixture
def read(say: Any, tell: Any) -> Any:
    """Make readings of documents, told a day after each other; `by` gives the sources of their claims."""

    def make(*documents: dict[str, Any]) -> list[Any]:
        readings = []
        for number, given in enumerate(documents, start=1):
            fields = {"published": f"2023-05-{number:02}", **given}
            said = {"roles": fields.pop("roles", ROLES), "items": fields.pop("items", "uav")}
            claim = {name: fields.pop(name) for name in ("stage", "certainty", "when") if name in fields}
            chains = fields.pop("chains", [fields.pop("by", ())])
            placed = [
                say(**said, **claim, by=by, evidence=[{"quote": "so they say", "start": place, "end": place + 11}])
                for place, by in enumerate(chains)
            ]
            readings.append(tell(str(number), *placed, **fields))
        return readings

    return make


@pytest.fixture
def find(reports: Any) -> Any:
    def call(readings: list[Any], refused: frozenset[tuple[str, str]] = frozenset()) -> list[list[str]]:
        deal: list[Report] = reports(*readings)
        random.Random(len(deal)).shuffle(deal)
        lineage = lineage_of(deal, [reading.document for reading in readings], refused)
        ids = {reading.document.id for reading in readings}
        found = origins(deal, lineage.among(ids), lineage.texts(ids))
        return [[found[claim.id] for claim in reading.claims] for reading in readings]

    return call


@pytest.fixture
def told(read: Any, find: Any) -> Any:
    """Give the origins of the one claim in each of several documents."""

    def ask(*documents: dict[str, Any], refused: frozenset[tuple[str, str]] = frozenset()) -> list[str]:
        return [found[0] for found in find(read(*documents), refused)]

    return ask


def test_documents_that_state_it_themselves_are_origins(told: Any) -> None:
    assert told({}, {}) == ["1", "2"]


def test_a_named_source_is_one_origin_wherever_it_is_quoted(told: Any) -> None:
    found = told(
        {"by": ["official:IRN:General Reza Karimi"]},
        {"by": ["media::Outlet 1", "official:IRN:general KARIMI"]},
        {"by": ["other::Karimi"], "published": "2023-09-01"},
    )
    assert found == ["General Reza Karimi (IRN)"] * 3


def test_a_body_of_two_states_is_two_origins(told: Any) -> None:
    first, second = told({"by": ["official:IRN:the defence ministry"]}, {"by": ["official:SDN:the defence ministry"]})
    assert first != second


def test_the_spokesmen_of_one_state_on_one_day_are_one_origin(told: Any) -> None:
    spokesmen = [
        {"by": ["other::Nasser Kanaani"], "text": "Iranian foreign ministry spokesman Nasser Kanaani said so."},
        {"by": ["other::the Iranian defence ministry"]},
        {"by": ["official:IRN:Defence Minister Ashtiani"]},
    ]
    assert len(set(told(*({**one, "published": "2023-05-01"} for one in spokesmen)))) == 1


def test_the_spokesmen_of_one_state_weeks_apart_are_two_origins(told: Any) -> None:
    first, second = told(
        {"by": ["official:IRN:Defence Minister Ashtiani"]},
        {"by": ["official:IRN:Foreign Minister Abdollahian"], "published": "2023-06-20"},
    )
    assert first != second


def test_those_who_speak_for_themselves_are_no_voice_of_their_state(told: Any) -> None:
    same = {"published": "2023-05-01"}
    found = told(
        {"by": ["official:SDN:the Sudanese army"], **same},
        {"by": ["official:SDN:opposition lawmaker Amna Salih"], **same},
        {"by": ["official:SDN:former minister Omar Deng"], **same},
    )
    assert len(set(found)) == 3


def test_state_media_a_spokesman_and_a_ministry_are_one_origin(told: Any) -> None:
    found = told(
        {"by": ["official:IRN:spokesman Nasser Kanaani"], "published": "2023-05-01"},
        {"outlet": "IRNA", "published": "2023-05-02"},
        {"outlet": "Ministry of Defence of Iran", "published": "2023-05-02"},
    )
    assert found == ["spokesman Nasser Kanaani (IRN)"] * 3


def test_the_press_of_a_government_speaks_for_the_official_whom_it_quotes(say: Any, tell: Any, find: Any) -> None:
    text = "Two arrived today. His Excellency the Minister of Defence announced ten more."
    claims = say(ROLES, "2 uav"), say(ROLES, "10 uav", by=["official::the Minister of Defence"])
    assert find([tell("1", *claims, text=text)]) == [["the Minister of Defence"] * 2]
    assert find([tell("1", *claims, text=text.replace("His Excellency the", "The"))]) == [
        ["1", "the Minister of Defence"]
    ]


def test_what_a_document_says_like_its_source_is_the_source_s(say: Any, tell: Any, find: Any) -> None:
    source = say(ROLES, "40 uav", by=["official::General Orlov"])
    assert find([tell("1", say(ROLES, "uav"), source)]) == [["General Orlov"] * 2]
    assert find([tell("1", say(ROLES, "9 uav"), source)]) == [["1", "General Orlov"]]


def test_unnamed_sources_are_told_apart_by_outlet_and_state(told: Any) -> None:
    assert told(
        {"outlet": "Herald", "by": ["anonymous::a diplomat"]},
        {"outlet": "Herald", "by": ["anonymous::two officials"]},
        {"outlet": "Courier", "by": ["anonymous::a diplomat"]},
        {"outlet": "Courier", "by": ["media::Herald", "anonymous::a diplomat"]},
        {"outlet": "Post", "by": ["anonymous::an Iranian officer"]},
        {"outlet": "Post", "by": ["anonymous::a Sudanese officer"]},
    ) == [
        "a diplomat, to Herald",
        "a diplomat, to Herald",
        "a diplomat, to Courier",
        "a diplomat, to Herald",
        "an Iranian officer, to Post",
        "a Sudanese officer, to Post",
    ]


def test_the_unnamed_source_in_a_copy_is_that_of_the_first_text(told: Any) -> None:
    source = {"by": ["anonymous::an officer"]}
    first, second = told({"text": STORY, **source}, {"text": STORY.replace("crates", "boxes"), **source})
    assert first == second == "an officer, to Outlet 1"


def test_the_report_is_whoever_was_quoted_before(read: Any, find: Any) -> None:
    chains = [["official::Auditor-General Amna Salih"], ["document::the report"]]
    text = "Auditor-General Amna Salih counts 40. According to the report, they came."
    (found,) = find(read({"text": text, "chains": chains}))
    assert found == ["Auditor-General Amna Salih"] * 2


def test_a_party_that_gives_a_known_number_is_who_gave_it(told: Any) -> None:
    first, second = told(
        {"items": "40 uav", "by": ["company::a manager at the plant"]},
        {"items": "40 uav", "by": ["company::the Iranian partner"], "published": "2023-08-01"},
    )
    assert first == second


def test_a_copy_in_another_house_style_is_no_new_origin(told: Any) -> None:
    assert told({"text": "Forty drones, it said."}, {"text": "FORTY DRONES - it said"}) == ["1", "1"]
    assert told({"text": STORY}, {"text": STORY.rpartition(". ")[0]}) == ["1", "1"]


def test_a_document_that_credits_an_earlier_one_is_no_new_origin(told: Any) -> None:
    assert told({"outlet": "Herald"}, {"credits": ("HERALD",)}, {"credits": ("Outlet 2",)}) == ["1", "1", "1"]


def test_a_chain_of_three_leads_to_the_first(told: Any) -> None:
    assert told(
        {"outlet": "Nile Herald"},
        {"outlet": "Gulf Courier", "text": "Drones have come, the Nile Herald reported."},
        {"outlet": "Levant Post", "text": "According to the Gulf Courier drones have come."},
    ) == ["1", "1", "1"]


def test_all_who_credit_an_outlet_that_is_not_held_share_one_origin(told: Any) -> None:
    agency = "KHARTOUM, May 1 (Reuters) - The drones have come."
    assert (
        told({"text": agency}, {"credits": ("Reuters",)}, {"by": ["media::the Reuters news agency"]}) == ["Reuters"] * 3
    )


def test_an_outlet_that_is_credited_before_its_own_report_is_one_origin_with_it(told: Any) -> None:
    assert len(set(told({"credits": ("Herald",)}, {"outlet": "Herald"}))) == 1


def test_an_outlet_named_as_source_stands_for_its_earlier_report(told: Any) -> None:
    named = {"by": ["media::the Nile Herald daily"]}
    assert told({"outlet": "Nile Herald"}, named, {"by": ["other::Nile Herald"]}) == ["1", "1", "1"]


def test_an_outlet_named_as_source_passes_on_whom_it_quotes(told: Any) -> None:
    assert told({"outlet": "Herald", "by": ["official:RUS:General Orlov"]}, {"by": ["media::Herald"]}) == [
        "General Orlov (RUS)",
        "General Orlov (RUS)",
    ]


@pytest.mark.parametrize("press", ["media::foreign media", "other::several websites", "media::a Khartoum newspaper"])
def test_press_without_a_name_stands_for_what_was_reported_before(told: Any, press: str) -> None:
    assert told({"items": "12 uav"}, {"items": "40 uav"}, {"items": "40 uav", "by": [press]}) == ["1", "2", "2"]


def test_a_quote_without_its_speaker_gives_a_rewrite_away(told: Any) -> None:
    quote = "“They came over the water like a flock of geese,” {}"
    first = {"by": ["anonymous::a porter"], "text": "It began in May. " + quote.format("a porter at the quay told us.")}
    assert told(first, {"text": "Iran delivers. " + quote.format("they joke in Khartoum."), "stage": "delivery"}) == [
        "a porter, to Outlet 1",
        "a porter, to Outlet 1",
    ]


def test_a_quote_with_its_speaker_is_no_sign_of_a_rewrite(told: Any) -> None:
    text = "“They came over the water like a flock of geese,” said Omar Deng."
    assert told({"text": text}, {"text": f"In Port Sudan people talked. {text}"}) == ["1", "2"]


def test_words_that_only_one_could_have_chosen_give_a_rewrite_away(told: Any) -> None:
    words = "to every crew belong a van, two screens and a crate of dried figs"
    assert told({"text": f"In Khartoum, {words}."}, {"text": f"Strange but true: {words}!"}) == ["1", "1"]


def test_an_odd_figure_ties_and_a_round_one_does_not(told: Any) -> None:
    assert told({"items": "743 uav"}, {"items": "743 uav"}) == ["1", "1"]
    assert told({"items": "40 uav"}, {"items": "40 uav"}) == ["1", "2"]


def test_what_was_said_weeks_ago_is_retold_unless_something_is_new(told: Any) -> None:
    later = {"published": "2023-06-20"}
    assert told({"items": "40 uav"}, later) == ["1", "1"]
    assert told({"items": "40 uav"}, {"items": "44 uav", **later}) == ["1", "2"]
    assert told({"items": "40 uav"}, {"stage": "delivery", **later}) == ["1", "2"]
    assert told({"certainty": "planned"}, {"certainty": "asserted", **later}) == ["1", "2"]
    assert told({"when": "2023-04"}, {"when": "2023-05", **later}) == ["1", "2"]


def test_an_outlet_that_repeats_itself_is_no_new_origin(told: Any) -> None:
    assert told({"outlet": "Herald", "by": ["official::General Orlov"]}, {"outlet": "Herald"}) == ["General Orlov"] * 2


def test_a_credit_does_not_take_away_what_a_document_found_itself(told: Any) -> None:
    text = "The Herald reported forty. We counted twelve on the quay."
    assert told({"outlet": "Herald", "items": "40 uav"}, {"text": text, "items": "12 uav"}) == ["1", "2"]


def test_a_body_that_is_no_press_speaks_for_itself(told: Any) -> None:
    body = {"outlet": "Panel of Experts on Sudan", "published": "2023-09-01"}
    assert told({}, body) == ["1", "2"]


def test_a_refused_tie_is_not_followed(told: Any) -> None:
    documents = {"text": STORY}, {"text": STORY}
    assert told(*documents) == ["1", "1"]
    assert told(*documents, refused=frozenset({("2", "1")})) == ["1", "2"]


def test_a_copy_of_the_same_day_goes_back_to_the_one_that_credits_nobody(told: Any) -> None:
    same = {"published": "2023-05-01"}
    first = {"outlet": "Gulf Courier", "text": STORY + " Source: Nile Herald", **same}
    assert told(first, {"outlet": "Nile Herald", "text": STORY, **same}) == ["2", "2"]


def test_which_origins_assert_a_deal(say: Any, tell: Any, reports: Any) -> None:
    def count(*claims: dict[str, Any]) -> int:
        deal = reports(*(tell(str(n), say(ROLES, "uav", **fields)) for n, fields in enumerate(claims)))
        return len(asserting(deal, origins(deal)))

    possible, talks, denied = {"certainty": "possible"}, {"stage": "talks"}, {"certainty": "denied"}
    assert [
        count({}, possible),
        count(possible, possible),
        count({}, talks),
        count(talks, talks),
        count({}, denied),
    ] == [
        1,
        2,
        1,
        2,
        1,
    ]
