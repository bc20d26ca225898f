"""Inputs that tests make: small PDFs, and a real web server on loopback."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

MakePdf = Callable[[list[list[str]]], bytes]
Answer = Callable[[BaseHTTPRequestHandler], None]

ARTICLE = (
    "<html lang='en'><head><title>Northland sells ten patrol boats</title></head><body><article>"
    "<h1>Northland sells ten patrol boats</h1>"
    "<p>Northland has sold ten patrol boats to Eastmark, the defence ministry said on Tuesday.</p>"
    "<p>The boats, which were built in the yard at Port Adler, will be delivered by the end of next year.</p>"
    "</article></body></html>"
)


@pytest.fixture
def data() -> Path:
    return Path(__file__).parent / "data"


@pytest.fixture
def article() -> str:
    return ARTICLE


@pytest.fixture
def make_pdf() -> MakePdf:
    """Give a function that writes a PDF of pages, each a list of lines."""

    def make(pages: list[list[str]]) -> bytes:
        kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
        for number, lines in enumerate(pages):
            shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
            stream = f"BT /F1 10 Tf 50 780 Td {shown} ET"
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
                "/Resources << /Font << /F1 3 0 R >> >> >>"
            )
            objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        return _assemble(objects)

    return make


def _assemble(objects: list[str]) -> bytes:
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return out


class Site:
    """A web site: `pages` maps a path to the function that answers it; all else is a 404."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, Answer] = {}
        self.requests: list[tuple[str, str, str]] = []

    def serve(self, path: str, body: bytes, content_type: str = "text/html", status: int = 200) -> str:
        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            handler.send_header("Content-Type", content_type)
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)

        self.pages[path] = answer
        return self.address + path

    def redirect(self, path: str, location: str) -> str:
        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(302)
            handler.send_header("Location", location)
            handler.send_header("Content-Length", "0")
            handler.end_headers()

        self.pages[path] = answer
        return self.address + path

    def drip(self, path: str, piece: bytes, seconds: float) -> str:
        """Answer with pieces that never end, one every so many seconds."""

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(200)
            handler.send_header("Content-Type", "text/html")
            handler.end_headers()
            while not self.stopped.wait(seconds):
                handler.wfile.write(piece)

        self.pages[path] = answer
        return self.address + path

    stopped = threading.Event()


@pytest.fixture
def site() -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.requests.append((self.path, self.headers["Host"], self.headers["User-Agent"]))
            try:
                found.pages.get(self.path, lambda handler: handler.send_error(404))(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    found = Site(f"http://127.0.0.1:{server.server_port}")
    found.stopped = threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield found
    found.stopped.set()
    server.shutdown()
    server.server_close()
    thread.join()
