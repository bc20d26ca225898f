"""Which addresses may be connected to. A host name is resolved once, and what was checked is what is used."""

import asyncio
import ipaddress
import socket
from collections.abc import Sequence

from whoarms.errors import FetchError

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_ATTEMPTS = 3


async def resolve(host: str, port: int, url: str, *, allow_private: bool) -> Sequence[str]:
    """Resolve a host name, or a number in any notation, to the addresses that may be connected to.

    Raises FetchError when the host is not found or any of its addresses is not public.
    """
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(url, f"host '{host}' was not found") from error
    addresses = list(dict.fromkeys(str(entry[4][0]).partition("%")[0] for entry in found))
    for address in addresses:
        if not allow_private and not is_public(address):
            raise FetchError(url, f"{address} is a private or reserved address")
    return addresses[:_ATTEMPTS]


def is_public(address: str) -> bool:
    """Say whether an IP address is a public one; an IPv4 address inside an IPv6 one decides."""
    ip = ipaddress.ip_address(address)
    inner = _inner(ip)
    return is_public(str(inner)) if inner else ip.is_global and not ip.is_multicast and not ip.is_reserved


def _inner(ip: _Address) -> _Address | None:
    """Take the IPv4 address out of an IPv6 one that maps, tunnels or translates to it."""
    if not isinstance(ip, ipaddress.IPv6Address):
        return None
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
