"""To which addresses events may go. Whoever sets or answers for an endpoint must not reach into our own network."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import urlsplit

from bot.domain.errors import ConfigError

NAT64 = IPv6Network("64:ff9b::/96")
"""RFC 6052: the last four bytes are an IPv4 address."""

SETTING = "SEKIMORI_WEBHOOK_URL"


def checked_url(url: str) -> str:
    """The same URL, if events may be sent to it: https, or http on this machine.

    Raises:
        ConfigError: it is none, or another kind.
    """
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise ConfigError("settings", (), f"{SETTING}: is no address") from None
    if parts.scheme not in {"https", "http"} or not parts.hostname:
        raise ConfigError("settings", (), f"{SETTING}: is no https address")
    if parts.scheme == "http" and not is_local(parts.hostname):
        raise ConfigError("settings", (), f"{SETTING}: must be https, except on this machine")
    if parts.username is not None or parts.password is not None:
        raise ConfigError("settings", (), f"{SETTING}: holds a user name; receivers check the signature instead")
    return url


def is_local(host: str) -> bool:
    """Whether a URL's host names this machine, whatever a name server says."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def may_connect(address: str, *, local: bool, private: bool) -> bool:
    """Whether a connection to `address` is allowed.

    `local`: the endpoint was named as this machine, so it must be; otherwise it must be a public address, or one of a
    private network where `private` allows it. Link-local addresses (a cloud's metadata) are never allowed.
    """
    found = _embedded(ip_address(address.partition("%")[0]))
    if local:
        return found.is_loopback
    if found.is_global and not found.is_multicast:
        return True
    is_odd = found.is_loopback or found.is_link_local or found.is_multicast or found.is_unspecified or found.is_reserved
    return private and found.is_private and not is_odd


def _embedded(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 one leads to, or the address itself."""
    if isinstance(address, IPv4Address):
        return address
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo or address
