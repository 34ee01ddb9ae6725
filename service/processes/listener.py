"""The service's socket: the parent binds it, the workers inherit it and listen. Imports little."""

import ctypes
import socket
import struct
import sys
from typing import Final

import structlog

BACKLOG: Final = 4096
"""Connections that may wait to be accepted; the kernel caps it at net.core.somaxconn."""

log: structlog.stdlib.BoundLogger = structlog.get_logger(__name__)


class StartFailed(Exception):
    """The service cannot start; the message says why."""


def open_listener(host: str, port: int) -> socket.socket:
    """Bind the socket without listening: until a worker is ready, connections are refused instead of left waiting.

    Raises StartFailed when the address is taken or not ours.
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
            f"Port {port} on {host} cannot be used: {error.strerror or error}. Set PORT (and HOST) to another one."
        ) from error


def refuse_new(listener: socket.socket) -> None:
    """Lets no new connection into the queue of `listener`, while those in it can still be accepted.

    Closing a listening socket resets whatever is queued, and nothing else empties the queue for good. So the kernel is
    given a filter (BPF, socket(7) SO_ATTACH_FILTER) that drops segments with SYN and without ACK: a client that comes
    now repeats its SYN after a second and is then refused, having sent nothing. Elsewhere than on Linux there is no
    such filter, and what arrives within the last microseconds is reset.
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
            (0x06, 0, 0, 0xFFFFFFFF),  # take it whole
        )
    )
    instructions = ctypes.create_string_buffer(program, len(program))
    try:
        listener.setsockopt(
            socket.SOL_SOCKET, so_attach_filter, struct.pack("HP", len(program) // 8, ctypes.addressof(instructions))
        )
    except OSError as error:
        log.warning("refuse_new_failed", reason=error.strerror)
