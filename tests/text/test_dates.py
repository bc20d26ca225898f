import pytest

from whoarms.text.dates import ahead, dates

PUBLISHED = "2022-08-13"  # a Saturday


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("signed on 3 May 2021", "2021-05-03", "2021-05-03"),
        ("signed on May 3, 2021", "2021-05-03", "2021-05-03"),
        ("delivered in March 2019", "2019-03", "2019-03"),
        ("in 2019 it", "2019", "2019"),
        ("on Monday", "2022-08-08", "2022-08-08"),
        ("yesterday", "2022-08-12", "2022-08-12"),
        ("last year", "2021", "2021"),
        ("next month", "2022-09", "2022-09"),
        ("two weeks ago", "2022-07-30", "2022-07-30"),
        ("in the first half of 2014", "2014-01", "2014-06"),
        ("between 2000 and 2001", "2000", "2001"),
        ("since 2015", "2015", "2022"),
        ("in the seventies", "1970", "1979"),
        ("in the spring of 2023", "2023-03", "2023-05"),
        ("in December", "2021-12", "2021-12"),
    ],
)
def test_time_is_as_precise_as_its_words(text: str, start: str, end: str) -> None:
    (found,) = dates(text, PUBLISHED)
    assert (found.value.start, found.value.end) == (start, end)


def test_relative_words_mean_nothing_without_a_day_of_publication() -> None:
    assert dates("on Monday, last year, in May", None) == []


def test_words_that_only_look_like_dates_are_none() -> None:
    assert dates("the troops may march on, 2,019 of them, in a T-2000", PUBLISHED) == []


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("in April", "2023-04"),
        ("on Monday", "2022-08-15"),
        ("in December", "2022-12"),
        ("in April 2021", "2021-04"),
        ("last year", "2021"),
    ],
)
def test_what_is_still_to_come_is_the_next_not_the_last(text: str, start: str) -> None:
    (found,) = dates(text, PUBLISHED)
    assert ahead(found.value, PUBLISHED).start == start
