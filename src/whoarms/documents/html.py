"""A page into a draft of a document: trafilatura finds the main text, `body` cleans it."""

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from whoarms.documents.blocks import visible_lines
from whoarms.documents.body import Body, main_text
from whoarms.documents.decode import decode, normal_text
from whoarms.documents.furniture import is_paywall, is_prose
from whoarms.documents.guard import check_html, check_size
from whoarms.documents.pagedate import own_date
from whoarms.errors import InputError
from whoarms.model import Document

if TYPE_CHECKING:
    from trafilatura.settings import Document as Page

_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z-]{2,10})", re.I)
_RUN_TOGETHER = 2_000
_DATES = {"original_date": True, "extensive_search": False}


def read_html(data: bytes, name: str, url: str | None = None, charset: str | None = None) -> Document:
    """Read the bytes of a page into a draft of a document.

    `language` is what the page declares, `message` why there is no text, if there is none. Raises InputError
    for a page that is too large, too deep, or no text at all.
    """
    check_size(len(data), name)
    html = decode(data, name, charset)
    check_html(html.encode(), name)
    page = _extract(html, name, url)
    if page and page.text and len(page.text) < _RUN_TOGETHER and "\n" not in page.text:
        page = _with_lines(page, _extract(html, name, url, least=0))
    seen = visible_lines(html)
    if page is None or not page.text:
        return Document(id="", name=name, url=url, language=_language(html), message=_why_empty(seen))
    body = main_text(normal_text(page.text).split("\n"), page.title)
    published = own_date(page.date, html, url or page.url, seen) or body.published
    known = Document(id="", name=name, url=url, language=_language(html), published=published)
    return _draft(page, body, seen, html, known)


def _with_lines(page: "Page", again: "Page | None") -> "Page":
    """Prefer the second extraction of a short text when it has its paragraphs.

    Below 250 characters trafilatura falls back on all text of the article in one line, captions too.
    """
    is_better = again and again.text and any(map(is_prose, again.text.split("\n")))
    return again if again and is_better else page


def _extract(html: str, name: str, url: str | None, least: int | None = None) -> "Page | None":
    """Extract; `least` is the number of characters below which trafilatura falls back on all text."""
    from trafilatura import bare_extraction
    from trafilatura.settings import DEFAULT_CONFIG
    from trafilatura.settings import Document as Page

    config = DEFAULT_CONFIG
    if least is not None:
        config = deepcopy(DEFAULT_CONFIG)
        config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(least))

    try:
        page = bare_extraction(
            html,
            url=url,
            fast=True,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=_DATES,
            config=config,
        )
    except (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, SyntaxError) as error:
        raise InputError(name, f"the page could not be parsed ({type(error).__name__})") from error
    return page if isinstance(page, Page) else None


def _draft(page: "Page", body: Body, seen: list[str], html: str, known: Document) -> Document:
    names = [name.strip() for name in (page.author or "").split(";") if name.strip()]
    author = ", ".join(_as_written(name, html) for name in names)
    return Document(
        id="",
        name=known.name,
        url=known.url or page.url,
        title=page.title,
        outlet=page.sitename or body.outlet,
        author=author or body.author,
        published=known.published,
        language=known.language,
        truncated=body.truncated or any(map(is_paywall, seen)),
        message=None if body.paragraphs else _why_empty(seen),
        text="\n\n".join(body.paragraphs),
    )


def _as_written(name: str, html: str) -> str:
    """Find a name in the page as it is written there; trafilatura drops its full stops."""
    found = re.search(r"[\s.]{1,3}".join(map(re.escape, name.split())), html)
    return " ".join(found[0].split()) if found else name


def _language(html: str) -> str | None:
    found = _LANGUAGE.search(html[:20_000])
    return found[1] if found else None


def _why_empty(seen: list[str]) -> str:
    if not seen:
        return "the page shows no text"
    return f"no article was found among the {sum(map(len, seen))} characters that the page shows"
