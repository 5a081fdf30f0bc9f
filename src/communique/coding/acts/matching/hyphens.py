"""Read acts written with hyphens as one noun: the first word goes in, the whole and the word carrying it come out."""

from communique.language.words import Word

JOINED = frozenset({"one", "tête", "tete", "face", "get", "sit", "four", "vis", "pull", "working"})
LONGEST = 5


def join_hyphens(first: Word) -> tuple[str, Word] | None:
    """The compound that begins with `first` and its head in the tree: "one-on-one", "tête-à-tête", "get-together"."""
    words = first.sentence.words
    at = first.i - words[0].i
    parts = [first]
    for word in words[at + 1 : at + LONGEST]:
        if word.start != parts[-1].end:
            break
        parts.append(word)
    if len(parts) < 3 or parts[1].text not in ("-", "–"):
        return None
    head = next((word for word in parts if word.head not in parts or word.is_root), first)
    return "".join(word.lower for word in parts), head
