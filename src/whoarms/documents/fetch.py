"""An address into bytes: robots.txt honoured, every hop checked, bounded in time, size and redirects."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from importlib.metadata import version
from typing import NamedTuple

import httpx2
from protego import Protego

from whoarms.documents.addresses import resolve
from whoarms.documents.guard import MEGABYTE, SIZE_LIMIT
from whoarms.errors import FetchError

USER_AGENT = f"whoarms/{version('whoarms')} (reads public reporting on arms transfers; obeys robots.txt)"
REDIRECT_LIMIT = 5
TOTAL_SECONDS = 30.0
ROBOTS_LIMIT = 500_000
PORT_LIMIT = 65_535
_TIMEOUT = httpx2.Timeout(10.0, connect=5.0)
_ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/pdf,*/*;q=0.5"


class Answer(NamedTuple):
    """What a server sent: the address after redirects, the bytes, their type and charset as declared."""

    url: str
    data: bytes
    content_type: str
    charset: str | None


def fetch(url: str, *, allow_private: bool = False, total_seconds: float = TOTAL_SECONDS) -> Answer:
    """Fetch one http or https address. Raises FetchError with the cause in one line.

    `allow_private` permits private, loopback and reserved addresses; `total_seconds` bounds all of it,
    robots.txt and redirects too.
    """
    return _run(_bounded(url, allow_private, total_seconds))


def _run(work: Coroutine[None, None, Answer]) -> Answer:
    """Run in a thread of its own: the caller may be inside an event loop (a notebook)."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


async def _bounded(url: str, allow_private: bool, seconds: float) -> Answer:
    try:
        async with asyncio.timeout(seconds):
            async with httpx2.AsyncClient(
                timeout=_TIMEOUT, trust_env=False, headers={"User-Agent": USER_AGENT, "Accept": _ACCEPT}
            ) as client:
                return await _Visit(client, url, allow_private).page()
    except TimeoutError as error:
        raise FetchError(url, f"no complete answer within {seconds:g} seconds") from error
    except httpx2.TimeoutException as error:
        raise FetchError(url, "the server does not answer in time") from error
    except (httpx2.DecodingError, httpx2.RemoteProtocolError) as error:
        raise FetchError(url, "the answer of the server is broken or cut off") from error
    except httpx2.HTTPError as error:
        raise FetchError(url, f"the connection failed ({type(error).__name__})") from error
    except (httpx2.InvalidURL, ValueError) as error:
        raise FetchError(url, "not a valid address") from error


class _Visit:
    """One fetch with all its hops; errors name the address that the user gave."""

    def __init__(self, client: httpx2.AsyncClient, url: str, allow_private: bool) -> None:
        self._client = client
        self._url = url
        self._allow_private = allow_private

    async def page(self) -> Answer:
        url = httpx2.URL(self._url)
        for _ in range(REDIRECT_LIMIT + 1):
            await self._check_robots(url)
            response, data = await self._get(url, SIZE_LIMIT)
            if response.has_redirect_location:
                url = url.join(response.headers["location"])
                continue
            if response.status_code != HTTPStatus.OK:
                raise FetchError(self._url, f"the server answered {_status(response.status_code)}")
            content_type = response.headers.get("content-type", "")
            return Answer(str(url), data, content_type, response.charset_encoding)
        raise FetchError(self._url, f"more than {REDIRECT_LIMIT} redirects")

    async def _check_robots(self, url: httpx2.URL) -> None:
        """Honour robots.txt as RFC 9309 has it: no file allows all, a server in trouble nothing."""
        robots = url.copy_with(raw_path=b"/robots.txt")
        for _ in range(REDIRECT_LIMIT + 1):
            response, data = await self._get(robots, ROBOTS_LIMIT, cut=True)
            if not response.has_redirect_location:
                break
            robots = robots.join(response.headers["location"])
        if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise FetchError(self._url, f"its robots.txt answered {_status(response.status_code)}")
        if response.status_code == HTTPStatus.OK:
            rules = Protego.parse(data.decode("utf-8", "replace"))
            if not rules.can_fetch(str(url), USER_AGENT):
                raise FetchError(self._url, "robots.txt forbids it")

    async def _get(self, url: httpx2.URL, limit: int, *, cut: bool = False) -> tuple[httpx2.Response, bytes]:
        """Get one address without following it; what is over `limit` is cut off, or an error."""
        if url.scheme not in ("http", "https"):
            raise FetchError(self._url, f"only http and https addresses are fetched, not '{url.scheme}'")
        if not url.host or url.port == 0 or (url.port or 80) > PORT_LIMIT:
            raise FetchError(self._url, "not a valid address")
        if url.userinfo:
            raise FetchError(self._url, "an address with a user name is not fetched")
        response = await self._connect(url)
        try:
            data = bytearray()
            if response.status_code == HTTPStatus.OK:
                async for chunk in response.aiter_bytes():
                    data += chunk
                    if len(data) > limit:
                        break
        finally:
            await response.aclose()
        if len(data) > limit and not cut:
            raise FetchError(self._url, f"larger than {limit // MEGABYTE} MB")
        return response, bytes(data[:limit])

    async def _connect(self, url: httpx2.URL) -> httpx2.Response:
        """Send the request to a checked address; the name is in the Host header and TLS only."""
        port = url.port or (443 if url.scheme == "https" else 80)
        addresses = await resolve(url.host, port, self._url, allow_private=self._allow_private)
        for last, address in enumerate(addresses, start=1 - len(addresses)):
            request = self._client.build_request(
                "GET",
                url.copy_with(host=address),
                headers={"Host": url.netloc.decode("ascii")},
                extensions={"sni_hostname": url.raw_host.decode("ascii")},
            )
            try:
                return await self._client.send(request, stream=True)
            except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
                if last == 0:
                    raise FetchError(self._url, f"no connection to '{url.host}'") from error
        raise FetchError(self._url, f"host '{url.host}' was not found")


def _status(code: int) -> str:
    try:
        return f"{code} {HTTPStatus(code).phrase}"
    except ValueError:
        return str(code)
