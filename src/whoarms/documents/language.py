"""Is a text English? Common words decide at once; only a doubtful text pays for the model (0.5 s)."""

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import cast

SUPPORTED = "en"
SHORT = 40
SAMPLE = 20_000

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH_WORDS = "the of and that with from said which would its been their"
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
_ENGLISH_SHARE = 0.06
_HINT = re.compile(r"([a-zA-Z]{2,3})(?:[-_].*)?$")
_CANDIDATES_WORDS = (
    "ar az be bg bn bs ca cs da de el en es et fa fi fr he hi hr hu hy id it ja ka kk ko lt lv mk ms my "
    "ne nl no pl ps pt ro ru sk sl sq sr sv sw ta th tl tr uk ur uz vi zh"
)
_CANDIDATES = _CANDIDATES_WORDS.split()
"""The languages of news; without the bound, short English lines come out as Latin, Manx or Volapük."""

_POSSIBLY_ENGLISH = 0.02
"""English headlines full of foreign names keep more than this probability, foreign ones less than half."""


def language_of(text: str, hint: str | None = None) -> str:
    """Name the language of a text by its ISO 639-1 code.

    `hint` is what the page declares; it decides only for a text too short to tell.
    """
    sample = text[:SAMPLE]
    words = _WORD.findall(sample.lower())
    letters = "".join(words)
    if len(letters) < SHORT:
        if letters.isascii():
            return SUPPORTED
        return _hinted(hint) or _classify(sample)
    if sum(word in _ENGLISH for word in words) >= _ENGLISH_SHARE * len(words):
        return SUPPORTED
    return _classify(sample)


def _hinted(hint: str | None) -> str | None:
    match = _HINT.match(hint or "")
    return match[1].lower() if match else None


@cache
def _ranker() -> Callable[[str], list[tuple[str, float]]]:
    langid = import_module("py3langid.langid")
    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages(_CANDIDATES)
    return cast(Callable[[str], list[tuple[str, float]]], identifier.rank)


def _classify(text: str) -> str:
    ranked = _ranker()(text)
    return SUPPORTED if dict(ranked)[SUPPORTED] >= _POSSIBLY_ENGLISH else ranked[0][0]
