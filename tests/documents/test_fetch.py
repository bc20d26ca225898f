import asyncio
import gzip
import socket
import time
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING

import pytest

from whoarms.documents.fetch import USER_AGENT, Answer, fetch
from whoarms.errors import FetchError

if TYPE_CHECKING:
    from conftest import Site


def get(url: str) -> Answer:
    return fetch(url, allow_private=True, total_seconds=5)


def cause(url: str, *, allow_private: bool = True, seconds: float = 5) -> str:
    with pytest.raises(FetchError) as error:
        fetch(url, allow_private=allow_private, total_seconds=seconds)
    assert error.value.name == url
    assert "\n" not in error.value.cause
    return error.value.cause


def test_a_page_is_fetched_with_a_clear_user_agent(site: "Site", article: str) -> None:
    url = site.serve("/a", article.encode(), "text/html; charset=iso-8859-2")
    answer = get(url)
    assert answer.data == article.encode()
    assert (answer.url, answer.charset) == (url, "iso-8859-2")
    host = site.address.removeprefix("http://")
    assert site.requests == [("/robots.txt", host, USER_AGENT), ("/a", host, USER_AGENT)]
    assert USER_AGENT.startswith("whoarms/")
    assert "robots.txt" in USER_AGENT


def test_a_name_is_resolved_and_kept_in_the_request(site: "Site") -> None:
    site.serve("/a", b"x")
    port = site.address.rpartition(":")[2]
    assert get(f"http://localhost:{port}/a").data == b"x"
    assert site.requests[-1][1] == f"localhost:{port}"


def test_inside_an_event_loop(site: "Site") -> None:
    url = site.serve("/a", b"x")

    async def notebook() -> bytes:
        return get(url).data

    assert asyncio.run(notebook()) == b"x"


def test_robots_txt_is_honoured_also_after_a_redirect(site: "Site") -> None:
    site.serve(
        "/robots.txt",
        b"User-agent: *\nDisallow: /closed\n\nUser-agent: whoarms\nDisallow: /ours\n",
        "text/plain",
    )
    site.serve("/ours/a", b"x")
    assert get(site.serve("/closed/a", b"open to whoarms")).data == b"open to whoarms"
    assert cause(site.address + "/ours/a") == "robots.txt forbids it"
    assert cause(site.redirect("/open", "/ours/a")) == "robots.txt forbids it"


def test_a_server_in_trouble_allows_nothing(site: "Site") -> None:
    site.serve("/robots.txt", b"", status=503)
    assert cause(site.serve("/a", b"x")) == "its robots.txt answered 503 Service Unavailable"


def test_redirects_are_followed_five_times(site: "Site") -> None:
    site.serve("/0", b"end")
    for number in range(1, 7):
        site.redirect(f"/{number}", f"/{number - 1}")
    assert get(site.address + "/5").url == site.address + "/0"
    assert cause(site.address + "/6") == "more than 5 redirects"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "127.1", "[::ffff:127.0.0.1]"])
def test_private_addresses_in_any_notation_are_refused(site: "Site", host: str) -> None:
    port = site.address.rpartition(":")[2]
    assert "is a private or reserved address" in cause(f"http://{host}:{port}/a", allow_private=False)
    assert site.requests == []


def test_other_schemes_are_refused_also_after_a_redirect(site: "Site") -> None:
    assert "only http and https" in cause(site.redirect("/a", "file:///etc/passwd"))
    assert "only http and https" in cause("ftp://example.org/a")
    assert "user name" in cause(site.address.replace("http://", "http://me:secret@") + "/a")


def test_a_404_and_a_dead_host(site: "Site") -> None:
    assert cause(site.address + "/none") == "the server answered 404 Not Found"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        assert "no connection to '127.0.0.1'" in cause(f"http://127.0.0.1:{free.getsockname()[1]}/")
    assert cause("http://no-such-host.invalid/") == "host 'no-such-host.invalid' was not found"
    assert cause("http://") != ""


def test_endless_and_trickling_answers_end(site: "Site") -> None:
    start = time.perf_counter()
    assert cause(site.drip("/trickle", b"a", 0.05), seconds=0.5) == "no complete answer within 0.5 seconds"
    assert time.perf_counter() - start < 2
    assert cause(site.drip("/endless", b"a" * 1_000_000, 0), seconds=20) == "larger than 20 MB"


def test_a_trickle_of_headers_ends(site: "Site") -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
        while not site.stopped.wait(0.05):
            handler.wfile.write(b"a")

    site.pages["/a"] = answer
    assert cause(site.address + "/a", seconds=0.5) == "no complete answer within 0.5 seconds"


def test_a_compressed_bomb_ends(site: "Site") -> None:
    bomb = gzip.compress(bytes(50_000_000))

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Encoding", "gzip")
        handler.send_header("Content-Length", str(len(bomb)))
        handler.end_headers()
        handler.wfile.write(bomb)

    site.pages["/a"] = answer
    assert cause(site.address + "/a") == "larger than 20 MB"


def test_an_answer_that_is_no_http(site: "Site") -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"boats\r\n\r\n")
        handler.close_connection = True

    site.pages["/a"] = answer
    assert cause(site.address + "/a") == "the answer of the server is broken or cut off"


@pytest.mark.parametrize("url", ["http:///a", "http://127.0.0.1:0/a", "http://127.0.0.1:65536/a"])
def test_an_address_that_cannot_be(url: str) -> None:
    assert cause(url) == "not a valid address"
