"""Text into sentences."""

import re

from whoarms.text.spans import Span

_LINE = re.compile(r"[^\n]+")


def sentences(text: str) -> list[Span]:
    """Cut a text into sentences, without the white space around them; a line never runs on into the next."""
    import nupunkt

    found = []
    for line in _LINE.finditer(text):
        for start, end in nupunkt.sent_spans(line.group()):
            stretch = text[line.start() + start : line.start() + end]
            left = len(stretch) - len(stretch.lstrip())
            if stretch.strip():
                begin = line.start() + start + left
                found.append(Span(begin, begin + len(stretch.strip())))
    return found
