"""When and where an act takes place: the time and place words of its clause are weighed by how they hang on it."""

from collections.abc import Iterable

from communique.coding.acts.candidates import Candidate
from communique.coding.record import EventDate, Place
from communique.language.analysis import Analysis, PlaceMention, TimeExpression
from communique.language.clauses import governing_verb
from communique.language.words import Word
from communique.report.span import Span

FINENESS = {"venue": 4, "city": 3, "region": 2, "country": 1}
PLACING = frozenset({"in", "at", "on", "to", "into", "near", "outside", "inside", "through"})
GROUPED = frozenset({"group", "nominal"})
FAR = 99


class Circumstances:
    """The time and place words of a report, ready to be asked by sentence."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._times: dict[int, list[TimeExpression]] = {}
        self._places: dict[int, list[PlaceMention]] = {}
        for time in analysis.times:
            self._times.setdefault(time.head.sentence.index, []).append(time)
        for place in analysis.places:
            self._places.setdefault(place.head.sentence.index, []).append(place)

    def date_of(self, candidate: Candidate, others: Iterable[Word] = ()) -> EventDate | None:
        """The date that the words of the candidate's sentence give the act, `None` where they give none.

        `others` are the anchors of other acts in the sentence: a time that hangs closer on one of them is not taken.
        """
        best: tuple[int, int, TimeExpression] | None = None
        for time in self._times.get(candidate.anchor.sentence.index, ()):
            if time.is_duration or time.is_recurring:
                continue
            if _is_inside_name(time, candidate) or _is_inside_content(time.head, candidate):
                continue
            distance = _distance(time.head, candidate)
            if distance >= FAR or _belongs_elsewhere(time.head, candidate, distance, others):
                continue
            rank = (distance, time.value is None, abs(time.head.i - candidate.anchor.i))
            if best is None or rank < best[:2] + (abs(best[2].head.i - candidate.anchor.i),):
                best = (distance, int(time.value is None), time)
        return _event_date(best[2], self._analysis) if best else None

    def places_of(self, candidate: Candidate, others: Iterable[Word] = ()) -> list[PlaceMention]:
        """The places that the sentence gives the act, nearest and finest first."""
        found = []
        for place in self._places.get(candidate.anchor.sentence.index, ()):
            if not _is_placing(place):
                continue
            distance = _distance(place.head, candidate)
            if self._is_inside_party(place.head, candidate):
                continue
            if distance >= FAR or _belongs_elsewhere(place.head, candidate, distance, others):
                continue
            found.append((distance, -FINENESS[place.kind], place.first, place))
        found.sort(key=lambda entry: entry[:3])
        return [entry[3] for entry in found]

    def _is_inside_party(self, word: Word, candidate: Candidate) -> bool:
        """Whether the place tells where a group comes from or works: "business people in the United States"."""
        parties = {filler.i for slot in ("with", "object", "subject") for filler in candidate.fillers.get(slot, ())}
        for above in word.ancestors():
            if above is candidate.anchor:
                return False
            if above.i in parties:
                mention = self._analysis.mention_at(above)
                return mention is not None and mention.form in GROUPED and mention.first <= word.i < mention.stop
        return False

    def place_at(self, word: Word) -> PlaceMention | None:
        """The place named at `word`, if any."""
        for place in self._places.get(word.sentence.index, ()):
            if place.first <= word.i < place.stop:
                return place
        return None


def record_place(place: PlaceMention) -> Place:
    """The record of a place named in the text."""
    return Place(name=place.name, country=place.country, lat=place.lat, lon=place.lon, span=place.span)


def _event_date(time: TimeExpression, analysis: Analysis) -> EventDate:
    return EventDate(
        value=time.value, end=time.end, text=Span.of(time.span, analysis.report.text), span=time.span, basis=time.basis
    )


def _belongs_elsewhere(word: Word, candidate: Candidate, distance: int, others: Iterable[Word]) -> bool:
    """Whether a time or place hangs closer on another act, one that does not itself carry this one."""
    carriers = {candidate.anchor, *candidate.anchor.ancestors()}
    return any(other not in carriers and _steps(word, other) < distance for other in others)


def _is_inside_name(time: TimeExpression, candidate: Candidate) -> bool:
    """Whether the time is part of what some other thing is called: "the 2024 cooperation plan"."""
    head = time.head
    return head.dep in ("compound", "nummod", "amod", "nmod", "poss") and head.head not in (
        candidate.anchor,
        candidate.thing,
    )


def _is_inside_content(word: Word, candidate: Candidate) -> bool:
    """Whether the time dates what is agreed or pledged and not the act itself."""
    if candidate.frame.kind not in ("agreement", "mediation"):
        return False
    for above in (word, *word.ancestors()):
        if above is candidate.anchor:
            return False
        if above.dep in ("xcomp", "ccomp") and above.head is candidate.anchor:
            return True
    return False


def _is_placing(place: PlaceMention) -> bool:
    """Whether a preposition of place carries the name: "in Beijing", "at the Great Hall", "to Rome"."""
    head = place.head
    while head.dep in ("conj", "appos", "compound", "nmod") and head.head is not head:
        head = head.head
    if head.dep == "pobj":
        return head.head.lower in PLACING
    return head.dep in ("npadvmod", "advmod")


def _distance(word: Word, candidate: Candidate) -> int:
    """How many steps up the tree from `word` to the act; FAR where the way crosses into another clause."""
    nearest = _steps(word, candidate.anchor)
    if candidate.thing is not None:
        nearest = min(nearest, _steps(word, candidate.thing))
    if candidate.verb is not None:
        nearest = min(nearest, _steps(word, candidate.verb) + (candidate.verb is not candidate.anchor))
        nearest = min(nearest, _through_carriers(word, candidate.verb))
    else:
        above = governing_verb(candidate.anchor)
        if above is not None:
            nearest = min(nearest, _steps(word, above) + 4)
    return nearest


def _steps(word: Word, target: Word) -> int:
    """Steps from `word` up to `target`; FAR where target is not above it or a clause of its own lies between."""
    steps = 0
    while word is not target:
        if word.head is word or steps > 12:
            return FAR
        if steps and word.pos in ("VERB", "AUX") and word.dep in ("ccomp", "relcl", "advcl", "conj", "parataxis"):
            return FAR
        word = word.head
        steps += 1
    return steps


def _through_carriers(word: Word, verb: Word) -> int:
    """Steps to a verb that lends the act its circumstances: "On Monday he flew to Rome to meet …"."""
    cost = 0
    current = verb
    while current.head is not current and cost < 12:
        relation = current.dep
        current = current.head
        cost += {"xcomp": 2, "conj": 3, "advcl": 4, "prep": 1, "pcomp": 1, "acl": 4, "ccomp": 6, "relcl": 9}.get(
            relation, 2
        )
        if relation == "conj" and word.i > verb.i:
            return FAR
        if current.pos in ("VERB", "AUX"):
            steps = _steps(word, current)
            if steps < FAR and (word.i < verb.i or relation in ("xcomp", "pcomp", "prep", "acl")):
                return steps + cost
    return FAR
