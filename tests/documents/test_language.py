import pytest

from whoarms.documents.language import language_of


@pytest.mark.parametrize(
    "text",
    [
        "Northland has sold ten patrol boats to Eastmark, the ministry said on Tuesday.",
        "Lomé ratifies Russian pact",
        "Bijeljina plant serviced Baghdad's jets, U.S. says",
        "TB2",
        "1234",
    ],
)
def test_english(text: str) -> None:
    assert language_of(text) == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Bundeswehr kauft 35 Kampfflugzeuge und erhält sie erst in drei Jahren.", "de"),
        ("La France livre des canons à l'Ukraine, a annoncé le ministère des armées.", "fr"),
        ("España entrega tanques a Ucrania, según el ministerio de Defensa.", "es"),
        ("Россия купила тысячу беспилотников, сообщили в министерстве обороны.", "ru"),
        ("وقعت روسيا عقدا مع إيران لشراء ألف طائرة مسيرة هذا العام", "ar"),
        ("Türkiye Ukrayna'ya yeni insansız hava araçları satacak, dedi bakan.", "tr"),
    ],
)
def test_other_languages(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_declared_language_decides_only_for_a_short_text() -> None:
    assert language_of("Россия", "ru-RU") == "ru"
    assert language_of("Northland has sold ten patrol boats to Eastmark and the yard is glad.", "fr") == "en"
