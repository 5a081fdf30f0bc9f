"""Where reports come from: files, folders and standard input go in, raw items and rejections come out."""

from communique.sources.intake import read_items
from communique.sources.item import RawItem, Rejection

__all__ = ["RawItem", "Rejection", "read_items"]
