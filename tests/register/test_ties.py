"""Which document goes back to which, with the reason in words."""

import random
from typing import Any

from whoarms.register.ties import ties

QUOTE = "“They came over the water like a flock of geese,” {}."


def test_ties_and_their_reasons(say: Any, tell: Any) -> None:
    deal = "supplier=IRN recipient=SDN"
    words = "to every crew belong a van, two screens and a crate of dried figs"
    readings = [
        tell(
            "a", say(deal, "743 uav"), outlet="Nile Herald", text=QUOTE.format("a porter told us") + f" Also {words}."
        ),
        tell("b", say(deal), published="2023-05-02", text="The Nile Herald reported drones."),
        tell("c", say(deal), published="2023-05-03", text=QUOTE.format("they joke")),
        tell("d", say(deal, "743 uav"), published="2023-05-04"),
        tell("e", say(deal), published="2023-05-05", text=f"You see: {words}!"),
        tell("f", say("supplier=CHN recipient=PAK", "743 uav"), published="2023-05-06", text=QUOTE.format("so they")),
    ]
    found = ties(readings)
    assert [(tie.document, tie.earlier, tie.kind, tie.reason) for tie in found] == [
        ("b", "a", "credit", "credits Nile Herald (“… The Nile Herald reported drones. …”)"),
        ("c", "a", "quote", "repeats the quote “… they came over the water …” of Nile Herald"),
        ("d", "a", "figure", "gives the figure 743 of Nile Herald"),
        ("e", "a", "quote", f"repeats the words “{words}” of Nile Herald"),
    ]
    random.Random(1).shuffle(readings)
    assert ties(readings) == found


def test_copies_are_tied_whatever_their_claims_say(say: Any, tell: Any) -> None:
    text = "A ship with crates came in on Monday night and left before it was light."
    first, second = tell("a", say("supplier=IRN"), text=text), tell("b", say("supplier=CHN"), text=text.upper())
    (tie,) = ties([second, first])
    assert (tie.document, tie.earlier, tie.reason) == ("b", "a", "has 100% of its text in common with Outlet a")


def test_a_credit_leads_to_the_nearest_reports_of_an_outlet(say: Any, tell: Any) -> None:
    deal = "supplier=IRN recipient=SDN"
    earlier = [tell(str(n), say(deal), outlet="Nile Herald", published=f"2023-04-{n:02}") for n in range(1, 6)]
    last = tell("x", say(deal), published="2023-05-01", text="Drones have come, the Nile Herald reported.")
    assert [tie.earlier for tie in ties([*earlier, last])] == ["3", "4", "5"]


def test_documents_without_text_have_no_ties_but_for_their_credits_and_figures(say: Any, tell: Any) -> None:
    deal = "supplier=IRN recipient=SDN"
    first = tell("a", say(deal, "743 uav"), text=None, outlet="Nile Herald")
    second = tell("b", say(deal, "743 uav"), text=None, credits=("Nile Herald",), published="2023-05-02")
    assert [tie.kind for tie in ties([first, second])] == ["credit", "figure"]
