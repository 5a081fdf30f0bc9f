"""Read and code what a command names: paths go in, coded reports and rejections come out in the order of the input."""

from collections.abc import Iterable, Iterator

from rich.style import Style
from rich.text import Text

from communique.cli.harmless import one_line
from communique.cli.terminal import for_messages
from communique.coding.record import CodedReport
from communique.sources.item import Rejection


def code_sources(names: Iterable[str], *, workers: int | str = 1) -> Iterator[CodedReport | Rejection]:
    """Yield what each report under `names` is coded as, or why it could not be taken; "-" is standard input."""
    from communique.pipeline import code_items, read_sources

    yield from code_items(read_sources(names), workers=workers)


def tell_rejection(rejection: Rejection) -> None:
    """Say on standard error what could not be taken, why, and what to try."""
    line = Text.assemble(("rejected  ", Style(bold=True, color="red")), one_line(rejection.source))
    line.append(f"  {one_line(rejection.reason)}")
    line.append(f"  {one_line(rejection.hint)}", Style(dim=True))
    for_messages().print(line, soft_wrap=True)
