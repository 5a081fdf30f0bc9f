"""Sort what sources hand on before coding: what is found goes in, its text and whether to code it come out."""

from dataclasses import dataclass
from hashlib import blake2b

from communique.report.aside import Aside
from communique.report.copies import signature_of
from communique.report.tongues import language_of
from communique.report.triage import triage
from communique.sources.item import Found, RawItem, RawPage, Rejection
from communique.sources.pages import settle, skim_page


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """A report as text. Where it is not to be coded `aside` says why; else `bands` are what near copies are found by.

    `page` is the digest of the page that it was read from, if it was.
    """

    item: RawItem
    aside: Aside | None = None
    bands: tuple[int, ...] = ()
    page: bytes | None = None

    @property
    def size(self) -> int:
        """Roughly how much memory it takes, in characters."""
        return self.item.size


def sort_out(found: Found, *, let_go: bool = True) -> Sorted | Rejection:
    """Read what is found and tell whether it is to be coded; with `let_go` what holds no diplomacy is set aside.

    Pages are skimmed first and read with care only where they may be coded.
    """
    page = digest_of(found) if isinstance(found, RawPage) else None
    if isinstance(found, RawPage) and let_go:
        skimmed = skim_page(found)
        aside = _aside(skimmed, let_go=True) if skimmed else None
        if skimmed and aside:
            return Sorted(item=skimmed, aside=aside, page=page)
    item = settle(found)
    if isinstance(item, Rejection):
        return item
    aside = _aside(item, let_go=let_go)
    bands = () if aside else signature_of(item.text).bands
    return Sorted(item=item, aside=aside, bands=bands, page=page)


def digest_of(page: RawPage) -> bytes:
    """What a page is known by: its source and its bytes."""
    digest = blake2b(page.source.encode("utf-8", "surrogatepass"), digest_size=16)
    digest.update(b"\0")
    digest.update(page.content)
    return digest.digest()


def _aside(item: RawItem, *, let_go: bool) -> Aside | None:
    language = language_of(item.text)
    if language not in (None, "en"):
        return Aside(
            why="language", reason=f"its language is {language}, and English alone is coded", language=language
        )
    if let_go:
        verdict = triage(item.headline, item.text)
        if not verdict.passes:
            return Aside(
                why="triage",
                reason=f"too little of diplomacy: {verdict.reason}",
                language=language,
                score=verdict.score,
            )
    return None
