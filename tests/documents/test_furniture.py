import pytest

from whoarms.documents.body import main_text
from whoarms.documents.furniture import is_comments, is_furniture, is_paywall, is_related, is_teaser

PROSE = "Northland has sold ten patrol boats to Eastmark, the defence ministry said on Tuesday."


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to get access",
        "Read more of this content when you subscribe today.",
        "Subscribe now to read the full story",
        "Sign in to continue reading",
        "This article is for subscribers only.",
        "You have reached your limit of free articles",
        "Already a subscriber? Log in",
        "Continue reading with a free account",
        "To read the full article, sign in",
    ],
)
def test_paywalls(line: str) -> None:
    assert is_paywall(line)


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Share this:",
        "Share on Facebook",
        "Click to share on Twitter (Opens in new window)",
        "Facebook Twitter WhatsApp",
        "Like Loading...",
        "Follow us on Telegram",
        "Sign up for our daily newsletter",
        "Proofread by: Peter Lind",
        "12 comments",
        "Comments (3)",
        "© 2023 Example Courier. All rights reserved.",
        "Photo: Harbour Pictures",
        "A patrol boat at Port Adler. Photo: Harbour Pictures",
        "A patrol boat at Port Adler (Photo by Jo Dee/Harbour Pictures)",
        "A patrol boat at Port Adler. REUTERS/Jo Dee",
        "(Reporting by Jo Dee; editing by Anna Holm)",
        "Tags: boats, navy, Eastmark",
        "Related: Who else has boats?",
        "4 min read",
        "* * *",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        PROSE,
        "Join NATO, he told them, and get the boats.",
        "To see the full extent of the damage, analysts looked at pictures.",
        "Like the patrol boats, the frigates were paid for in grain.",
        "Post on the border attacked with drones",
        "Follow-on orders are expected next year.",
        "Share of imports rises to 40 percent",
        "Photographs of the boats appeared on Monday, and the ministry confirmed the sale.",
        "(c) deliver thirty tanks to Eastmark",
        "Northland showed the boat - image analysts said it was a model.",
        "More boats are to follow.",
        "The boats are subject to approval, sources said. Editing the contract took a year.",
        "Get access to the sea: that was the aim of the deal with Northland.",
        "Search radars were delivered.",
        "Comments by the minister angered Eastmark.",
        "Read in the parliament, the contract names ten boats.",
        "Video of the launch was shown on state television.",
        "By Tuesday the army had received ten tanks.",
    ],
)
def test_a_sentence_is_never_furniture(line: str) -> None:
    for is_no_text in (is_paywall, is_furniture, is_comments, is_related, is_teaser):
        assert not is_no_text(line)
    assert main_text([PROSE, line, PROSE]).paragraphs == (PROSE, line, PROSE)


def test_comments_and_other_articles_are_left_out() -> None:
    lines = [
        PROSE,
        "Related articles",
        "Boats in the inner sea",
        PROSE,
        "3 thoughts on “Boats”",
        "I doubt it very much.",
    ]
    assert main_text(lines).paragraphs == (PROSE, PROSE)


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("The boats, which were built at [...]", "The boats, which were built at"),
        ("The boats, which were built at […]", "The boats, which were built at"),
        ("The boats, which were built at…", "The boats, which were built at…"),
        ("The boats were built at... Continue reading →", "The boats were built at..."),
        ("The boats were built there. Subscribe to read the full story", "The boats were built there."),
        ("The boats were built there. Read more", "The boats were built there."),
    ],
)
def test_the_mark_of_a_cut_sets_truncated(last: str, kept: str) -> None:
    body = main_text([PROSE, last])
    assert body.truncated
    assert body.paragraphs == (PROSE, kept)


@pytest.mark.parametrize("last", [PROSE, "He said: “We have ten of them…”", "It was the last one!", "No more boats?"])
def test_a_whole_text_is_not_truncated(last: str) -> None:
    assert main_text([PROSE, last]) == main_text([PROSE, last])._replace(truncated=False, paragraphs=(PROSE, last))


def test_a_line_that_repeats_the_title_is_dropped_once_at_the_head() -> None:
    assert main_text(["Boats: sold!", PROSE, PROSE, "Boats sold"], "Boats sold").paragraphs == (
        PROSE,
        PROSE,
        "Boats sold",
    )
