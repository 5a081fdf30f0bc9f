"""News agencies: a name as printed goes in, the usual short name comes out."""

from functools import cache

from communique.lexicon import read_lexicon


def agency_named(words: str) -> str | None:
    """Return the short name of the agency that `words` name, None where they name none."""
    return _agencies().get(" ".join(words.split()).casefold())


@cache
def _agencies() -> dict[str, str]:
    lexicon = read_lexicon("communique.report", "agencies")
    own = {short.casefold(): short for short in lexicon["agencies"]}
    return {name.casefold(): short for short, names in lexicon["spellings"].items() for name in names} | own
