"""Whether two dates or two places agree: gold and coded go in, yes or no comes out."""

from communique.evaluation.wording import bare_words, contains_all


def is_same_date(gold: str | None, coded: str | None) -> bool:
    """Whether `coded` is the date of `gold` at gold's own precision: 2024 agrees with 2024-05-01."""
    return bool(gold and coded) and str(coded).startswith(str(gold))


def is_same_place(
    gold: str | None, coded: str | None, *, gold_country: str | None = None, coded_country: str | None = None
) -> bool:
    """Whether two places agree: one name within the other, and not in two countries."""
    if gold_country and coded_country and gold_country != coded_country:
        return False
    one, other = bare_words(gold), bare_words(coded)
    return bool(one and other) and contains_all(one, other)
