"""What the formats of agencies and publishers share: addresses, languages, datelines, items taken back."""

from urllib.parse import urljoin, urlsplit

from communique.sources.item import Rejection

_DASHES = " -–—:"


def address_of(words: str | None, base: str = "") -> str | None:
    """The whole address of a page that `words` name, as seen from `base`; None where they name none."""
    try:
        whole = urljoin(base, words.strip()) if words else ""
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in ("http", "https") and parts.hostname else None


def with_dateline(text: str, dateline: str | None) -> str:
    """The story opened by the dateline that its agency gives beside it, unless it opens so already."""
    place = (dateline or "").strip().rstrip(_DASHES)
    if not place or not text or _letters(text[: 4 * len(place)]).startswith(_letters(place)):
        return text
    return f"{place} -- {text}"


def is_cancelled(status: str) -> bool:
    """Whether a status of publication, "stat:canceled", "canceled" or its address, takes the item back."""
    return status.lower().endswith(("canceled", "cancelled"))


def cancelled(source: str) -> Rejection:
    """The rejection of an item that its agency takes back."""
    hint = "Leave it out, and what was read of its earlier versions with it."
    return Rejection(source=source, reason="the agency cancelled it", hint=hint)


def language_of(tag: str | None) -> str | None:
    """The language in a tag such as "en-GB" or "pt_BR"; None where it is empty."""
    return (tag or "").strip().replace("_", "-").split("-")[0].lower() or None


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())
