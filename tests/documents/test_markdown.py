from whoarms.documents.markdown import read_markdown

PROSE = "Northland has sold ten patrol boats to Eastmark, the defence ministry said on Tuesday."


def test_marks_go_and_words_stay() -> None:
    text = "# Boats **sold**\n\n*By* [Jo](https://a.example/b)\n\n"
    text += "Northland has sold **ten** patrol_boats_x.\n\n> A quote.\n"
    found = read_markdown(text, "x.md")
    assert found.title == "Boats sold"
    assert found.text == "Northland has sold ten patrol_boats_x.\n\nA quote."
    assert found.author == "Jo"


def test_front_matter_gives_the_title() -> None:
    found = read_markdown(f'---\ntitle: "Boats sold"\nlayout: post\n---\n\n{PROSE}\n', "x.md")
    assert (found.title, found.text) == ("Boats sold", PROSE)


def test_no_title() -> None:
    assert read_markdown(PROSE, "x.md").title is None
