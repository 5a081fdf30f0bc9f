"""What a report holds that promises are read against: places, bodies, times and actors by their words."""

from dataclasses import dataclass, field

from communique.language.actors import Mention
from communique.language.analysis import Analysis, BodyMention, PlaceMention, TimeExpression
from communique.language.clauses import conjuncts
from communique.language.nations.countries import find_country_names
from communique.language.words import Sentence, Word

_CUT = frozenset({"relcl", "advcl", "ccomp", "parataxis", "punct", "csubj", "mark", "cc", "preconj"})
_ATTENDING = frozenset({"attend", "participate", "take", "join"})
_SIDES = frozenset(
    """sides parties countries nations leaders presidents ministers both two governments states delegations partners
    allies officials negotiators teams members bloc""".split()
)


@dataclass(frozen=True, slots=True)
class Scene:
    """An analysis with its places, bodies and times looked up by word."""

    analysis: Analysis
    places: dict[int, PlaceMention]
    bodies: dict[int, BodyMention]
    times: dict[int, list[TimeExpression]]
    named: dict[int, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, analysis: Analysis) -> "Scene":
        """The scene of a report: times are kept by the index of their sentence."""
        words = analysis.words
        times: dict[int, list[TimeExpression]] = {}
        for time in analysis.times:
            times.setdefault(words[time.first].sentence.index, []).append(time)
        return cls(
            analysis,
            {place.head.i: place for place in analysis.places},
            {body.head.i: body for body in analysis.bodies},
            times,
        )

    def mention(self, word: Word) -> Mention | None:
        """The mention whose phrase hangs on `word`."""
        return self.analysis.mention_at(word)

    def countries(self, word: Word) -> set[str]:
        """The countries of the actors that the phrase of `word` names."""
        mention = self.mention(word)
        if mention is None:
            return set()
        found = {self.analysis.actors[actor].country for actor in mention.actors if actor in self.analysis.actors}
        return {country for country in [*found, mention.country] if country}

    def states_in(self, sentence: Sentence) -> frozenset[str]:
        """The states that a sentence names, or to which its actors and places belong; looked up once."""
        known = self.named.get(sentence.index)
        if known is None:
            around = {name.country for name in find_country_names(sentence.words)}
            for word in sentence.words:
                around |= self.countries(word)
                place = self.places.get(word.i)
                if place is not None and place.country:
                    around.add(place.country)
            known = self.named[sentence.index] = frozenset(around)
        return known

    def states_near(self, sentence: Sentence) -> frozenset[str]:
        """The states of a sentence and of the one before it."""
        before = self.analysis.sentences[sentence.index - 1] if sentence.index else sentence
        return self.states_in(sentence) | self.states_in(before)

    def name(self, word: Word) -> str | None:
        """The name of the actors that the phrase of `word` names."""
        mention = self.mention(word)
        if mention is None or not mention.actors:
            return None
        return (
            "; ".join(self.analysis.actors[actor].name for actor in mention.actors if actor in self.analysis.actors)
            or None
        )

    def is_actor(self, word: Word) -> bool:
        """Whether `word` names people, a state or an organisation."""
        return self.mention(word) is not None or word.entity in {"PERSON", "NORP"} or word.lower in _SIDES

    def is_place(self, word: Word) -> bool:
        """Whether `word` heads the name of a place."""
        return word.i in self.places or word.entity in {"GPE", "LOC"}

    def place_country(self, word: Word) -> str | None:
        """The country a place lies in, as far as it is known."""
        place = self.places.get(word.i)
        if place is not None:
            return place.country
        named = next(iter(find_country_names([word])), None)
        return named.country if named else None


def crosses_borders(scene: Scene, subject: list[Word], sentence: Sentence) -> bool:
    """Whether what is told has more than one state in it."""
    own: set[str] = set().union(*(scene.countries(word) for word in subject)) if subject else set()
    if len(own) > 1 or any(word.lower in _SIDES for word in subject):
        return True
    around = scene.states_in(sentence)
    return bool(around - own) if own else len(around) > 1 or len(scene.states_near(sentence)) > 1


def clause_words(verb: Word) -> list[Word]:
    """A verb with its subject, objects and phrases, without the clauses below them save "to attend" something."""
    found = [verb]
    for word in found:
        for child in word.children:
            if child.dep in {"advcl", "xcomp"} and child.lemma in _ATTENDING and child.tag == "VB" and word is verb:
                found.append(child)
                continue
            if child.dep in _CUT or (child.dep == "conj" and child.pos in {"VERB", "AUX"}):
                continue
            if child.dep == "acl" and word is not verb and child.tag != "VBN":
                continue
            found.append(child)
    found.sort(key=lambda word: word.i)
    return found


def coordinated(word: Word) -> list[Word]:
    """`word` and the nouns joined to it."""
    return conjuncts(word)
