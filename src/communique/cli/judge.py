"""The command `judge`: two events and a verdict go in; whether they are one occasion is settled from then on."""

import sys
from typing import Annotated, Literal

import msgspec
import typer
from rich.text import Text

from communique.archive.archive import Archive
from communique.cli.harmless import one_line
from communique.cli.options import ArchiveOption
from communique.cli.terminal import for_answers


def judge(
    verdict: Annotated[
        Literal["same", "different", "forget", "list"],
        typer.Argument(help="Are the two one occasion? `forget` takes a judgement back, `list` prints all."),
    ],
    events: Annotated[
        list[str] | None,
        typer.Argument(metavar="EVENT EVENT", help="Their names: e:3f2a9c8b12cd.1, or person:han-zheng"),
    ] = None,
    archive: ArchiveOption = None,
    reason: Annotated[str, typer.Option("--because", metavar="WORDS", help="Why; it is kept beside the verdict.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print judgements as JSON, one a line.")] = False,
) -> None:
    """Say that two events are one occasion, or two names one person, or that they are not. It stands from then on."""
    with Archive(archive) as kept:
        if verdict == "list":
            found = kept.links.judgements()
        else:
            if not events or len(events) != 2:
                raise typer.BadParameter("name two events", param_hint="EVENT EVENT")
            one, other = events
            if verdict == "forget":
                done = kept.links.forget(one, other)
                for_answers().print("Taken back." if done else "There is no judgement on these two.")
                return
            found = (kept.links.judge(one, other, verdict, reason=reason),)
    if as_json:
        sys.stdout.buffer.write(b"".join(msgspec.json.encode(each) + b"\n" for each in found))
        return
    console = for_answers()
    for each in found:
        where = f"report {each.one[:12]} at {each.one_start}, report {each.other[:12]} at {each.other_start}"
        if each.about == "person":
            where = f"person:{each.one}, person:{each.other}"
        told = f"{each.verdict}: {where}"
        console.print(Text(one_line(f"{told}  {each.made[:10]}  {each.reason}")), soft_wrap=True)
    if not found:
        console.print("Nothing was judged.", style="dim")
