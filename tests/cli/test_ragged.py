from io import BytesIO, StringIO, TextIOWrapper

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from communique.cli.ragged import Ragged, knows_ascii_only


def shown(content: object, **options: object) -> str:
    out = StringIO()
    console = Console(file=out, width=20, force_terminal=bool(options), color_system="standard" if options else None)
    console.print(Ragged(content))  # type: ignore[arg-type]
    return out.getvalue()


def test_lines_end_at_their_last_word() -> None:
    assert shown(Padding(Text("one two three four five"), (1, 4, 0, 2))) == "\n  one two three\n  four five\n"


def test_styles_stay() -> None:
    assert shown(Text("one", "bold"), colour=True) == "\x1b[1mone\x1b[0m\n"


def test_old_code_pages_get_plain_signs() -> None:
    raw = BytesIO()
    console = Console(file=TextIOWrapper(raw, encoding="ascii", write_through=True), width=40, color_system=None)
    console.print(Ragged(Text("“one” · two… 3 × 4 → 12")))
    assert raw.getvalue() == b'"one" - two... 3 x 4 -> 12\n'
    assert knows_ascii_only(console)
    assert not knows_ascii_only(Console(file=StringIO()))
