import pytest

from whoarms.vocabulary.actors import actor_name, find_actors


@pytest.mark.parametrize(
    ("text", "id_", "form"),
    [
        ("Tehran said no", "IRN", "capital"),
        ("the Dutch government", "NLD", "demonym"),
        ("U.S. officials", "USA", "name"),
        ("the Kremlin", "RUS", "organ"),
        ("Hizbollah fighters", "hezbollah", "group"),
        ("Hamas denied it", "hamas", "group"),
        ("Lockheed Martin won", "USA", "company"),
        ("Türkiye’s parliament", "TUR", "name"),
        ("in Kharkiv", "UKR", "place"),
        ("Volodymyr Zelenskyy", "UKR", "person"),
    ],
)
def test_words_stand_for_their_actor(text: str, id_: str, form: str) -> None:
    assert [tuple(one.value) for one in find_actors(text)] == [(id_, form)]


def test_moscow_is_the_soviet_union_while_there_was_one() -> None:
    assert [one.value.id for one in find_actors("Moscow sold arms", "1988-03-01")] == ["SUN"]
    assert [one.value.id for one in find_actors("Moscow sold arms", "2008-03-01")] == ["RUS"]


@pytest.mark.parametrize(
    "text", ["New Mexico", "the Gulf War", "Latin America", "the South China Sea", "iranian", "Franceschi"]
)
def test_words_that_hold_an_actors_name_but_mean_none(text: str) -> None:
    assert find_actors(text) == []


def test_name_of_an_actor_and_of_an_unknown_one() -> None:
    assert actor_name("IRN") == "Iran"
    assert actor_name("no-such-group") == "no-such-group"
