"""Who a text itself names as its origin: agency bylines and tags, "first published by"."""

import re

_AGENCIES = {
    "AFP": "AFP|Agence France[- ]Presse",
    "AP": "AP|(?:The )?Associated Press",
    "Reuters": "(?:Thomson )?Reuters",
    "dpa": "dpa|DPA|Deutsche Presse-Agentur",
    "TASS": "(?:ITAR-)?TASS|Tass",
    "Interfax-Ukraine": "Interfax-Ukraine",
    "Interfax": "Interfax|INTERFAX(?:\\.RU)?",
    "RIA Novosti": "RIA(?: Novosti)?",
    "Sputnik": "Sputnik",
    "Xinhua": "Xinhua|XINHUA",
    "Kyodo": "Kyodo(?: News)?|KYODO",
    "Jiji": "Jiji(?: Press)?",
    "Yonhap": "Yonhap(?: News Agency)?",
    "ANSA": "ANSA",
    "EFE": "EFE",
    "Lusa": "Lusa|LUSA",
    "PTI": "PTI|Press Trust of India",
    "ANI": "ANI",
    "IANS": "IANS",
    "APP": "APP|Associated Press of Pakistan",
    "Anadolu": "Anadolu(?: Agency)?",
    "IRNA": "IRNA",
    "Tasnim": "Tasnim(?: News Agency)?",
    "Fars": "Fars(?: News Agency)?",
    "ISNA": "ISNA",
    "Mehr": "Mehr(?: News Agency)?",
    "SANA": "SANA",
    "WAM": "WAM",
    "SPA": "SPA|Saudi Press Agency",
    "KUNA": "KUNA",
    "QNA": "QNA|Qatar News Agency",
    "MENA": "MENA|Middle East News Agency",
    "KCNA": "KCNA",
    "UPI": "UPI|United Press International",
    "Bloomberg": "Bloomberg(?: News)?",
    "Ukrinform": "Ukrinform",
    "Belga": "Belga",
    "PAP": "PAP",
    "PA": "PA Media|Press Association",
    "CTK": "[CČ]TK",
    "BELTA": "BelTA|BELTA",
    "AAP": "AAP",
    "Antara": "Antara|ANTARA",
    "Bernama": "Bernama|BERNAMA",
    "CNA": "CNA|Central News Agency",
}
_KNOWN = {name: re.compile(pattern) for name, pattern in _AGENCIES.items()}
_SPLIT = re.compile(r"\s*(?:[,/;&+]|\band\b|\bwith\b)\s*")
_HEAD, _TAIL = 200, 400
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w .,'’/-]{2,80}?)\s?(?:\((?P<round>[^()]{2,40})\)"
    r"|/(?P<slash>[^/]{2,40})/)\s*[-–—:.]"
)
_PREFIX = re.compile(r"\(?(?P<name>[A-Z][\w. -]{1,30}?)\)?\s?(?:[–—]|--|-\s)")
_TAG = re.compile(r"(?:[(\[](?P<round>[^()\[\]]{2,60})[)\]]|[–—]\s?(?P<dash>[^–—.]{2,40}))\.?\s*$")
_NAMED = re.compile(
    r"(?:^|(?<=[\s(\[]))(?:"
    r"(?:this|the) (?:article|story|report|post|piece|text|content|analysis)?,?\s?(?:was |has been |is )?"
    r"(?:first |originally |previously )?(?:published|appeared|posted|ran|republished|reproduced)"
    r"|(?:first|originally) (?:published|appeared|posted)|(?:re-?published|reprinted|reproduced|syndicated)"
    r")(?: with permission| here| online)?,?\s(?:by|in|on|at"
    r"|from)\s(?:the website of )?(?P<name>(?-i:[A-Z])(?:[^.,;()\[\]\n]|\.(?=\w)){1,60}?)"
    r"(?=[,;()\[\]\n]|\.(?!\w)|$| on (?:\d|[A-Z]))",
    re.I,
)
_SOURCE = re.compile(r"\W{0,3}(?:source|sources|via|agency|credit)\s?:\s*(?P<names>[^.!?]{2,80})\.?\W{0,3}", re.I)
_HELP = re.compile(
    r"(?:additional (?:reporting|material)|with (?:inputs?|reporting|files|material|information)"
    r"|reporting|inputs?)"
    r" (?:by|from) (?P<names>[^.;()]{2,120})",
    re.I,
)


def credits_of(text: str, author: str | None = None) -> tuple[str, ...]:
    """List the outlets and agencies that the start and the end of a text, and its byline, give as its origin.

    An agency has its usual short name; others are named as in the text. Without double names, in order.
    """
    paragraphs = [line for line in text.split("\n") if line.strip()]
    if not paragraphs:
        return ()
    ends = [*paragraphs[:2], *paragraphs[-3:]] if len(paragraphs) > 5 else paragraphs
    found = [*_agencies(author or ""), *_at_start(paragraphs[0][:_HEAD]), *_at_end(paragraphs[-1][-_TAIL:])]
    for line in ends:
        found += _in_line(line)
    return tuple(dict.fromkeys(found))


def _agencies(names: str) -> list[str]:
    """Name the agencies in a list of names; the other names are passed over."""
    parts = [part.strip(" .") for part in _SPLIT.split(names)]
    return [name for part in parts for name, pattern in _KNOWN.items() if pattern.fullmatch(part)]


def _at_start(head: str) -> list[str]:
    if dateline := _DATELINE.match(head):
        named = dateline["round"] or dateline["slash"]
        is_name = dateline["round"] and named[0].isupper() and re.match(r"[A-ZÀ-Þ]{2}", dateline["place"])
        return _agencies(named) or ([named.strip()] if is_name else [])
    prefix = _PREFIX.match(head)
    return _agencies(prefix["name"]) if prefix else []


def _at_end(tail: str) -> list[str]:
    tag = _TAG.search(tail)
    return _agencies(tag["round"] or tag["dash"]) if tag else []


def _in_line(line: str) -> list[str]:
    found = [match["name"].strip() for match in _NAMED.finditer(line[:_HEAD] + "\n" + line[_HEAD:][-_TAIL:])]
    if source := _SOURCE.fullmatch(line[: 2 * _TAIL]):
        found += [_agencies(part)[0] if _agencies(part) else part for part in _SPLIT.split(source["names"].strip())]
    for help_line in _HELP.finditer(line[-_TAIL:]):
        found += _agencies(help_line["names"])
    return found
