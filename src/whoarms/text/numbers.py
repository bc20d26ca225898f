"""Numbers in digits and in words."""

import re

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: value for value, word in enumerate(_UNITS)} | {w: 10 * n for n, w in enumerate(_TENS, 2)}
_SCALES = {
    "hundred": 100,
    "dozen": 12,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
}
_SHORT_SCALES = {
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "mln": 1_000_000,
    "bn": 10**9,
    "bln": 10**9,
    "tn": 10**12,
}

_SMALL_WORDS = "|".join(sorted(_SMALL, key=len, reverse=True))
_SCALE_WORDS = "|".join(_SCALES)
_IN_WORDS = (
    rf"(?:half\s+a\s+(?:{_SCALE_WORDS})|(?:(?:{_SMALL_WORDS})(?:[\s-](?:{_SMALL_WORDS}))*|an?(?=\s+(?:{_SCALE_WORDS})\b))"
    rf"(?:[\s-](?:and\s+)?(?:{_SCALE_WORDS}|{_SMALL_WORDS})\b)*)"
)
_IN_DIGITS = r"(?:\d{1,3}(?:[,\u00a0\u202f]\d{3})+|\d+)(?:\.\d+)?"
_SCALE = rf"(?:[\s-]*(?:{_SCALE_WORDS})\b|\s?(?:{'|'.join(_SHORT_SCALES)})\b)"

NUMBER = rf"(?:{_IN_DIGITS}{_SCALE}?|\b{_IN_WORDS}\b)"
"""A regular expression for one number, to be compiled with `re.IGNORECASE`."""

_DIGITS = re.compile(rf"({_IN_DIGITS})(.*)", re.DOTALL)


def number(text: str) -> float:
    """Read one number as `NUMBER` matches it: `1,000`, `2.5 billion`, `three hundred and six`, `a dozen`.

    Raises ValueError where the text is no number.
    """
    text = text.strip().lower()
    if match := _DIGITS.match(text):
        digits = float(re.sub(r"[,\u00a0\u202f]", "", match.group(1)))
        scale = match.group(2).strip(" \t\n-")
        return digits * (_SCALES | _SHORT_SCALES).get(scale, 1)
    words = [word for word in re.split(r"[\s-]+", text) if word != "and"]
    if words[0] == "half":
        return 0.5 * _SCALES[words[-1]]
    if words[0] in ("a", "an"):
        words[0] = "one"
    unknown = [word for word in words if word not in _SMALL and word not in _SCALES]
    if unknown:
        raise ValueError(f"no number: {text!r}")
    done = open_ = 0
    for word in words:
        done, open_ = _add_word((done, open_), word)
    return float(done + open_)


def _add_word(sums: tuple[int, int], word: str) -> tuple[int, int]:
    """Add a word to (what is finished, what a scale may still multiply)."""
    done, open_ = sums
    if word in _SMALL:
        return done, open_ + _SMALL[word]
    scale = _SCALES[word]
    if scale <= 100:
        return done, max(open_, 1) * scale
    return done + max(open_, 1) * scale, 0
