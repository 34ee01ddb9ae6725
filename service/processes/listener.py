"""Listening socket: the parent binds it, the workers inherit it and listen. The module has few imports."""

import ctypes
import socket
import struct
import sys
from typing import Final

import structlog

BACKLOG: Final = 4096
"""Maximum number of connections that wait to be accepted; the kernel caps it at net.core.somaxconn."""

log: structlog.stdlib.BoundLogger = structlog.get_logger(__name__)


class StartFailed(Exception):
    """Failure to start the service; the message gives the reason."""


def open_listener(host: str, port: int) -> socket.socket:
    """Bind the socket without listening, so that connections are refused instead of queued until a worker is ready.

    Raises StartFailed if the address is in use or does not belong to this host.
    """
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if listener.family == socket.AF_INET6:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, host != "::")
        listener.bind((host, port))
        return listener
    except OSError as error:
        listener.close()
        raise StartFailed(
            f"Cannot listen on port {port} of {host}: {error.strerror or error}. Change PORT or HOST."
        ) from error


def refuse_new(listener: socket.socket) -> None:
    """Refuse new connections on `listener` while queued ones can still be accepted.

    Closing a listening socket resets all queued connections, and no other call stops the queue from growing. The
    function therefore installs a kernel filter (BPF, socket(7) SO_ATTACH_FILTER) that drops segments with SYN and
    without ACK. A new client repeats its SYN after a second and is then refused, before it has sent a request. Only
    Linux has this filter; on other systems connections of the last microseconds are reset.
    """
    if sys.platform != "linux":
        return
    so_attach_filter = 26
    program = b"".join(
        struct.pack("=HBBI", code, yes, no, k)
        for code, yes, no, k in (
            (0x30, 0, 0, 13),  # the flags: byte 13 of the TCP header
            (0x54, 0, 0, 0x12),  # & (SYN | ACK)
            (0x15, 0, 1, 0x02),  # only SYN?
            (0x06, 0, 0, 0),  # drop
            (0x06, 0, 0, 0xFFFFFFFF),  # accept the whole segment
        )
    )
    instructions = ctypes.create_string_buffer(program, len(program))
    try:
        listener.setsockopt(
            socket.SOL_SOCKET, so_attach_filter, struct.pack("HP", len(program) // 8, ctypes.addressof(instructions))
        )
    except OSError as error:
        log.warning("refuse_connections_failed", reason=error.strerror)
