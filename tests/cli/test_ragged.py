from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from communique.cli.ragged import Ragged


def shown(content: object, **options: object) -> str:
    out = StringIO()
    console = Console(file=out, width=20, force_terminal=bool(options), color_system="standard" if options else None)
    console.print(Ragged(content))  # type: ignore[arg-type]
    return out.getvalue()


def test_lines_end_at_their_last_word() -> None:
    assert shown(Padding(Text("one two three four five"), (1, 4, 0, 2))) == "\n  one two three\n  four five\n"


def test_styles_stay() -> None:
    assert shown(Text("one", "bold"), colour=True) == "\x1b[1mone\x1b[0m\n"
