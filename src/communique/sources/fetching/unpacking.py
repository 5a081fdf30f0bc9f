"""Bodies as servers compress them: parts go in as they come, no more than allowed comes out."""

import zlib
from collections.abc import Iterable, Iterator

from communique.errors import Unfetchable

# What is asked for; nothing else is unpacked, because nothing else can be bounded while it unfolds.
ACCEPTED = "gzip, deflate"
_PART = 2**18


def unpacked(parts: Iterable[bytes], encoding: str, *, largest: int) -> Iterator[bytes]:
    """Yield the body in parts of bounded size.

    `encoding` is what the server says it is compressed by. Raises Unfetchable where it holds more than `largest`
    bytes, is compressed by what was not asked for, or is broken.
    """
    held = 0
    for part in _decoded(parts, encoding.strip().lower()):
        held += len(part)
        if held > largest:
            hint = "Fetch it by other means, split it, and read the parts."
            raise Unfetchable(reason=f"it holds more than {largest // 2**20 or 1} MB", hint=hint)
        yield part


def _decoded(parts: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    if encoding in ("", "identity"):
        yield from parts
    elif encoding in ("gzip", "x-gzip"):
        yield from _inflated(parts, zlib.MAX_WBITS | 16)
    elif encoding == "deflate":
        yield from _inflated(parts, None)
    else:
        hint = f"The server was asked for {ACCEPTED}; save the page as a file and read that."
        raise Unfetchable(reason=f"its content is encoded as {encoding[:40]}", hint=hint)


def _inflated(parts: Iterable[bytes], form: int | None) -> Iterator[bytes]:
    """Yield what the parts unfold to; several compressed bodies in a row are one, zeros after them are nothing."""
    unfolding = None
    for part in parts:
        if not part:
            continue
        if unfolding is None:
            form = form or _deflate_form(part)
            unfolding = zlib.decompressobj(form)
        while part:
            if unfolding.eof:
                part = part.lstrip(b"\x00")
                if part:
                    unfolding = zlib.decompressobj(form or zlib.MAX_WBITS)
                continue
            try:
                yield unfolding.decompress(part, _PART)
            except zlib.error as fault:
                raise _broken(str(fault)) from fault
            # Only one of the two holds anything: what follows the end, or what there was no room for.
            part = unfolding.unused_data or unfolding.unconsumed_tail
    if unfolding is not None and not unfolding.eof:
        yield unfolding.flush(_PART)
        if not unfolding.eof:
            raise _broken("it ends before its end")


def _deflate_form(part: bytes) -> int:
    """Whether "deflate" is wrapped as the rule says, or bare as some servers send it."""
    return zlib.MAX_WBITS if part[0] & 0x0F == zlib.DEFLATED else -zlib.MAX_WBITS


def _broken(reason: str) -> Unfetchable:
    return Unfetchable(reason=f"its compressed content is broken: {reason}", hint="Try again later.")
