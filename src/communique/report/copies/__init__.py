"""Near copies of one story from many outlets: texts go in, signatures, verdicts and differences come out."""

from communique.report.copies.differences import Difference, differences_of
from communique.report.copies.index import CopyIndex
from communique.report.copies.signatures import Signature, likeness, signature_of
from communique.report.copies.verdict import Comparison, compare, is_copy

__all__ = [
    "Comparison",
    "CopyIndex",
    "Difference",
    "Signature",
    "compare",
    "differences_of",
    "is_copy",
    "likeness",
    "signature_of",
]
