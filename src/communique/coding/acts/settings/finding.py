"""When and where an act takes place: the time and place words of its clause are weighed by how they hang on it."""

from collections.abc import Iterable

from communique.coding.acts.matching.candidates import Candidate
from communique.coding.acts.settings.countdown import SIDES, counted_date
from communique.coding.acts.settings.nearness import FAR, belongs_elsewhere, distance_to, from_front
from communique.coding.acts.settings.scenes import pointed_places
from communique.coding.record import EventDate, Place
from communique.language.analysis import Analysis, PlaceMention, TimeExpression
from communique.language.words import Word
from communique.report.span import Span

POINTED = 3  # steps by which "here" stands behind a place that is named
CLAUSE = 5  # steps beyond which a place belongs to another clause than the act
FINENESS = {"venue": 4, "city": 3, "region": 2, "country": 1}
PLACING = frozenset({"in", "at", "on", "to", "into", "near", "outside", "inside", "through"})
PARTY_SLOTS = ("with", "object", "subject", "to", "for", "between", "by", "of", "on")
GROUPED = frozenset({"group", "nominal"})
HOSTING = frozenset({"host", "co-host", "house", "welcome"})
THEMES = frozenset({"on", "about", "regarding", "concerning"})  # before what is talked of: "views on keeping peace in"
# Nouns through which a place still belongs to the act: "on the shore of the lake", "on the sidelines of … in Bali".
HOLDING = frozenset(
    "margin sideline fringe side occasion day morning afternoon evening night week end start opening close closing "
    "beginning eve shore bank coast outskirts suburb capital city town village island resort heart centre center port "
    "district area province region state county palace house hall hotel residence headquarters office building airport "
    "base ministry chancellery embassy mission club centre villa estate museum university cemetery monument memorial "
    "summit conference session meeting forum congress assembly dialogue talk talks visit trip tour stop stopover "
    "ceremony stay dinner lunch breakfast banquet reception consultation negotiation gathering event signing "
    "framework course presence attendance invitation delegation round "
    "counterpart colleague".split()
)


class Circumstances:
    """The time and place words of a report, ready to be asked by sentence."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self._times: dict[int, list[TimeExpression]] = {}
        self._places: dict[int, list[PlaceMention]] = {}
        for time in analysis.times:
            self._times.setdefault(time.head.sentence.index, []).append(time)
        for place in analysis.places:
            self._places.setdefault(place.head.sentence.index, []).append(place)
        self._pointed: dict[int, list[PlaceMention]] = {}
        for place in pointed_places(analysis):
            self._pointed.setdefault(place.head.sentence.index, []).append(place)

    def date_of(self, candidate: Candidate, others: Iterable[Word] = ()) -> EventDate | None:
        """The date that the words of the candidate's sentence give the act, `None` where they give none.

        `others` are the anchors of other acts in the sentence: a time that hangs closer on one of them is not taken.
        """
        dated = self._time_above(candidate)
        if dated is not None:
            return _event_date(dated, self.analysis)
        counted = counted_date(candidate, self._times.get(candidate.anchor.sentence.index, ()), self.analysis)
        if counted is not None:
            return counted
        best: tuple[int, int, TimeExpression] | None = None
        for time in self._times.get(candidate.anchor.sentence.index, ()):
            if time.is_duration or time.is_recurring or self._is_count(time):
                continue
            if self._is_inside_name(time, candidate) or _is_inside_content(time.head, candidate):
                continue
            distance = min(distance_to(time.head, candidate), from_front(time.head, candidate))
            if time.head.dep == "nummod" and time.head.head is candidate.thing:
                distance += 8
            if time.value is None:
                distance += 10
            if distance >= FAR or belongs_elsewhere(time.head, candidate, distance, others):
                continue
            rank = (distance, time.value is None, abs(time.head.i - candidate.anchor.i))
            if best is None or rank < best[:2] + (abs(best[2].head.i - candidate.anchor.i),):
                best = (distance, int(time.value is None), time)
        return _event_date(best[2], self.analysis) if best else None

    def places_of(self, candidate: Candidate, others: Iterable[Word] = ()) -> list[PlaceMention]:
        """The places that the sentence gives the act, nearest and finest first."""
        found = []
        index = candidate.anchor.sentence.index
        pointed = self._pointed.get(index, [])
        for place in (*self._places.get(index, ()), *pointed):
            hosts = _is_hosting(place.head, candidate)
            if not hosts and not _is_placing(place):
                continue
            distance = 1 if hosts or _stands_behind(place, candidate) else distance_to(place.head, candidate)
            if distance > 1 and (
                self._is_inside_party(place.head, candidate) or self._is_inside_topic(place, candidate)
            ):
                continue
            if distance >= FAR or belongs_elsewhere(place.head, candidate, distance, others):
                continue
            distance += POINTED * (place in pointed)
            found.append((distance, -FINENESS[place.kind], place.first, place))
        found.sort(key=lambda entry: entry[:3])
        above = self._place_above(candidate)
        if above and (not found or found[0][0] > CLAUSE):
            return above
        return [entry[3] for entry in found]

    def _is_inside_name(self, time: TimeExpression, candidate: Candidate) -> bool:
        """Whether the time is part of what some other thing is called: "the 2024 cooperation plan".

        A time behind its own preposition is none, though the parser may hang it on the name that follows: "On October
        10 President X signed".
        """
        head = time.head
        if head.dep not in ("compound", "nummod", "amod", "nmod", "poss"):
            return False
        before = self.analysis.words[time.first - 1] if time.first else head
        if head.dep in ("nmod", "compound") and before.lower in ("on", "in") and before.pos == "ADP":
            return head.head.pos != "PROPN" or head.head.i < time.stop
        return head.head not in (candidate.anchor, candidate.thing)

    def _is_count(self, time: TimeExpression) -> bool:
        """Whether a time only counts from another act: "hours after meeting X"."""
        return time.value is None and self.analysis.words[time.stop - 1].lower in SIDES

    def _time_above(self, candidate: Candidate) -> TimeExpression | None:
        """The time whose own clause tells the act: "since August 2019, when X expelled Y and downgraded ties"."""
        clause = _clause_with(candidate, "when")
        if clause is None:
            return None
        return next((t for t in self._times.get(clause.sentence.index, ()) if t.first <= clause.head.i < t.stop), None)

    def _place_above(self, candidate: Candidate) -> list[PlaceMention]:
        """The place whose own clause tells the act: "flies to Rome, where he is to be received by X"."""
        clause = _clause_with(candidate, "where")
        place = self.place_at(clause.head) if clause is not None else None
        return [place] if place is not None else []

    def _is_inside_topic(self, place: PlaceMention, candidate: Candidate) -> bool:
        """Whether the place hangs on what is talked of and not on the act: "discussed security in West Africa"."""
        parties = {filler.i for slot in PARTY_SLOTS for filler in candidate.fillers.get(slot, ())}
        for above in place.head.ancestors():
            if above in (candidate.anchor, candidate.thing):
                return False
            if above.pos in ("VERB", "AUX"):
                return above is not candidate.verb and above.dep == "pcomp" and above.head.lower in THEMES
            if above.pos != "NOUN" or place.first <= above.i < place.stop:
                continue
            if above.lemma.lower() not in HOLDING and above.i not in parties and self.place_at(above) is None:
                return True
        return False

    def _is_inside_party(self, word: Word, candidate: Candidate) -> bool:
        """Whether the place tells where a group comes from or works: "business people in the United States"."""
        parties = {filler.i for slot in ("with", "object", "subject") for filler in candidate.fillers.get(slot, ())}
        for above in word.ancestors():
            if above is candidate.anchor:
                return False
            if above.i in parties:
                mention = self.analysis.mention_at(above)
                return mention is not None and mention.form in GROUPED and mention.first <= word.i < mention.stop
        return False

    def place_at(self, word: Word) -> PlaceMention | None:
        """The place named at `word` or pointed to there, if any."""
        index = word.sentence.index
        named: list[PlaceMention] = [*self._places.get(index, []), *self._pointed.get(index, [])]
        for place in named:
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


def _clause_with(candidate: Candidate, adverb: str) -> Word | None:
    """The relative clause opened by `adverb` that tells the act, coordinated verbs included."""
    verb = candidate.verb
    for _ in range(4):
        if verb is None or verb.head is verb:
            return None
        if verb.dep in ("relcl", "advcl", "acl") and any(child.lower == adverb for child in verb.children):
            return verb
        if verb.dep not in ("conj", "xcomp"):
            return None
        verb = verb.head
    return None


def _is_hosting(word: Word, candidate: Candidate) -> bool:
    """Whether a place is told as the host of a gathering: "Abuja would host the eighth session"."""
    verb = candidate.verb
    return (
        candidate.frame.kind in ("session", "negotiation")
        and verb is not None
        and verb.lemma in HOSTING
        and (
            (word.dep in ("nsubj", "nsubjpass") and word.head is verb)
            or (word.dep == "pobj" and word.head.dep == "agent" and word.head.head is verb)
        )
    )


def _stands_behind(place: PlaceMention, candidate: Candidate) -> bool:
    """Whether the place follows the noun of the act at once, however it was parsed: "COP27 in Glasgow"."""
    preposition = place.head.head
    noun = candidate.thing or candidate.anchor
    return place.head.dep == "pobj" and preposition.lower in ("in", "at") and preposition.i == noun.i + 1


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
    if head.dep == "pobj" and head.head.lower == "of" and head.head.head.lemma.lower() in HOLDING:
        head = head.head.head
    if head.dep == "pobj":
        return head.head.lower in PLACING
    return head.dep in ("npadvmod", "advmod")
