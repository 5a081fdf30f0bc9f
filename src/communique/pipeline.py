"""Chain the stages: raw items go in, coded reports and rejections come out."""

from communique.coding.coder import code_analysis
from communique.coding.record import CodedReport
from communique.language.reader import analyse
from communique.report.anatomy import dissect
from communique.sources.item import RawItem


def code_item(item: RawItem) -> CodedReport:
    """Return the record of one raw item."""
    return code_analysis(analyse(dissect(item)))
