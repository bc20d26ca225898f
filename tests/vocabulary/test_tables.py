from whoarms.model import CATEGORIES, KINDS
from whoarms.vocabulary.items import find_item_nouns
from whoarms.vocabulary.kinds import has_event, has_force, kinds_of_word
from whoarms.vocabulary.outlets import find_outlets
from whoarms.vocabulary.tables import listed, rows

SYSTEM_TABLES = ("systems_air", "systems_surface")


def test_ids_are_unique_and_every_state_is_known() -> None:
    states = {row["id"] for row in rows("states")}
    assert len(states) == len(rows("states"))
    assert {row["state"] for row in rows("regions")} == states
    for table in ("people", "places", "companies"):
        assert {row["state"] for row in rows(table) if row["state"]} <= states
    systems = [row["id"] for table in SYSTEM_TABLES for row in rows(table)]
    assert len(systems) > 2500
    assert {row["category"] for table in SYSTEM_TABLES for row in rows(table)} <= set(CATEGORIES)


def test_every_row_has_every_column() -> None:
    for table in ("states", "actors", "people", "places", "companies", "outlets", "items", "kinds", *SYSTEM_TABLES):
        for row in rows(table):
            assert None not in row, (table, row)
            assert None not in row.values(), (table, row)


def test_item_nouns_in_singular_and_plural_the_longest_first() -> None:
    text = "Surface-to-air missiles, a main battle tank, torpedoes and batteries of guns"
    found = [(text[one.start : one.end], one.value) for one in find_item_nouns(text)]
    assert found == [
        ("Surface-to-air missiles", "air_defence"),
        ("main battle tank", "armoured_vehicle"),
        ("torpedoes", "naval_weapon"),
        ("guns", "artillery"),
    ]


def test_stems_tell_kinds() -> None:
    assert "transfer" in kinds_of_word("delivered")
    assert kinds_of_word("orchard") == set()
    assert {row["kind"] for row in rows("kinds")} == {*KINDS, "force"}
    assert has_event("They signed it")
    assert has_force("new warships")
    assert not has_force("The choir sang")


def test_outlets_are_found_by_name_and_alias() -> None:
    assert [one.value.name for one in find_outlets("officials told Reuters and AP")] == ["Reuters", "Associated Press"]
    assert listed("a| b |") == ["a", "b"]
