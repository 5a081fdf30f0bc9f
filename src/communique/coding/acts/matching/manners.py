"""Tell in what manner parties meet or talk: a candidate goes in, whether it fits its frame and its mode come out."""

from communique.coding.acts.matching.candidates import Candidate
from communique.coding.acts.matching.carriers import counters_of
from communique.coding.record import Mode
from communique.language.clauses import phrases
from communique.language.words import Word

WAYS = ("by", "over", "on", "via", "through", "in", "per")
VIDEO = frozenset(
    "video videoconference video-conference videolink video-link virtual virtually online zoom webcast webex remotely "
    "teleconference".split()
)
SEEN = frozenset({"meeting", "session", "negotiation"})

# What is met and is nobody.
NEEDS = frozenset(
    "requirement need condition standard deadline goal criterion criterium criteria obligation threshold quota demand "
    "challenge target expectation objective qualification test bar cost definition commitment success resistance "
    "opposition approval fate pledge aim timeline".split()
)


def fits_manner(candidate: Candidate) -> bool:
    """Whether the candidate's words are of the manner its frame asks for: by phone, by negotiators, in rounds."""
    frame, anchor = candidate.frame, candidate.anchor
    if frame.means and not any(_names(word, frame.means) for word in _ways(candidate)):
        return False
    if frame.without and any(_is_one_of(w, frame.without) for held in candidate.fillers.values() for w in held):
        return False
    if frame.heads and not any(word.lower in frame.heads for word in candidate.fillers.get("subject", ())):
        return False
    if frame.counted and not _is_counted(anchor, frame.counted):
        return False
    if frame.kind == "meeting" and anchor.lemma == "meet" and _meets_needs(candidate):
        return False
    return not (frame.kind == "call" and (_is_mere_speaking(candidate) or _is_naming(candidate)))


def _meets_needs(candidate: Candidate) -> bool:
    """Whether what is met is a need, a deadline or a target and nobody."""
    met = [word for word in candidate.fillers.get("object", ()) if word.dep == "dobj"]
    return not candidate.fillers.get("with") and any(word.lemma in NEEDS for word in met)


def mode_of(candidate: Candidate) -> Mode | None:
    """The frame's mode, video where the words of a meeting or session say so."""
    if candidate.frame.kind in SEEN:
        near = [*_ways(candidate), candidate.anchor]
        adverbs = [child for verb in (candidate.anchor, candidate.verb) if verb for child in verb.children_by("advmod")]
        if any(_names(word, VIDEO) for word in near) or any(word.lower in VIDEO for word in adverbs):
            return "video"
    return candidate.frame.mode


def _ways(candidate: Candidate) -> list[Word]:
    """What stands behind "by", "over" and the like at the act or at what it is about."""
    found = [word for slot in WAYS for word in candidate.fillers.get(slot, ())]
    about = candidate.fillers.get("object", ())
    return found + [filler for word in about for slot, filler in phrases(word) if slot in WAYS]


def _names(word: Word, wanted: frozenset[str]) -> bool:
    """Whether the word, or one in front of it in its phrase, is wanted: "telephone line", "secure video link"."""
    if _is_one_of(word, wanted):
        return True
    return any(
        child.i < word.i and child.dep in ("compound", "amod", "nmod") and _is_one_of(child, wanted)
        for child in word.children
    )


def _is_one_of(word: Word, wanted: frozenset[str]) -> bool:
    return word.lower in wanted or word.lemma.lower() in wanted


def _is_counted(noun: Word, units: frozenset[str]) -> bool:
    above = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else None
    if above is not None and above.lemma.lower() in units:
        return True
    return any(word.lemma.lower() in units for word in counters_of(noun))


def _is_mere_speaking(candidate: Candidate) -> bool:
    """Whether "speaking" only opens a sentence about words said: "speaking in Rome after talks with X, Y urged"."""
    anchor = candidate.anchor
    return anchor.lower == "speaking" and anchor.dep in ("advcl", "acl", "ROOT") and not candidate.frame.cues


def _is_naming(candidate: Candidate) -> bool:
    """Whether "called" gives somebody a name: "called X a friend"."""
    verb = candidate.anchor
    if candidate.frame.word != "call" or candidate.frame.anchor != "verb":
        return False
    if verb.child_by("dobj") is not None and verb.child_by("oprd", "acomp", "ccomp", "xcomp") is not None:
        return True
    named = [part for word in candidate.fillers.get("object", ()) for part in word.children_by("appos")]
    return any(child.lower in ("a", "an", "the") for part in named for child in part.children_by("det"))
