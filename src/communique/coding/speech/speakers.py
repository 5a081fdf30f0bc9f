"""Tell who speaks: the words a cue has for its subject go in, actors and their names come out."""

from collections.abc import Sequence
from dataclasses import replace

from communique.coding.record import Event
from communique.coding.speech.lexicon import cue_words
from communique.coding.speech.pronoun_speakers import other_than_beside
from communique.coding.speech.speaker_words import Speakers, is_press_service, phrase_of, speaker_words, unique
from communique.coding.speech.voice import Voice
from communique.language.analysis import Analysis
from communique.language.clauses import subjects
from communique.language.words import Word

FIRST_PERSON = frozenset({"i", "we", "me", "us"})
TALKS = frozenset({"meeting", "call", "visit", "session", "negotiation", "mediation"})
TALKS_OF_TWO = frozenset({"meeting", "call"})
SENDING = frozenset(
    {"send", "issue", "write", "release", "publish", "congratulate", "dispatch", "extend", "post", "adopt", "convey"}
)
MESSAGES = frozenset({"message", "letter", "telegram", "greeting", "greetings", "cable"})
PRINCIPALS = frozenset({"host", "guest", "participant", "chair", "sender", "signatory", "mediator"})


class SpeakerFinder:
    """Finds speakers in one report; remembers who spoke last, for documents that speak in their author's place."""

    def __init__(self, analysis: Analysis, events: Sequence[Event], voice: Voice) -> None:
        self._analysis = analysis
        self._events = events
        self._voice = voice
        self._words = speaker_words()
        self.last: Speakers | None = None
        self._documents = cue_words().documents

    def find(self, heads: Sequence[Word], at: int) -> Speakers | None:
        """Who the words `heads` name as speaking at character `at`; None where they name nobody who can speak."""
        found = [self._one(head, at) for head in heads]
        known = [speakers for speakers in found if speakers is not None]
        if not known:
            return None
        sides = any(speakers.sides for speakers in known) or (
            len(known) > 1 and len({c for s in known for c in s.countries}) > 1
        )
        return Speakers(
            unique(a for s in known for a in s.actors),
            unique(n for s in known for n in s.names),
            unique(c for s in known for c in s.countries),
            sides, any(s.first_person for s in known), any(s.outlet for s in known),
        )  # fmt: skip

    def unspoken(self, word: Word) -> Speakers | None:
        """Who speaks where a joint or authored text leaves it out: "Recognizing the importance of trade;"."""
        if self._voice.kind == "organ":
            return self._decided(word)
        if self._voice.kind == "outlet" or word.tag != "VBG":
            return None
        top = word
        while top.dep == "conj" and top.head is not top:
            top = top.head
        return self._first(word) if top.is_root else None

    def _decided(self, word: Word) -> Speakers | None:
        """The organ, where the word opens a paragraph of its decision or goes on with it."""
        top = word
        while top.dep == "conj" and top.head is not top:
            top = top.head
        voice = self._voice
        if not top.is_root or any(w.child_by("nsubj", "nsubjpass") is not None for w in (word, top)):
            return None
        return Speakers(voice.actors, voice.names, voice.countries)

    def parties(self, at: int, kinds: frozenset[str] = TALKS, *, but: Sequence[Word] = ()) -> Speakers | None:
        """The parties of the talks that the report tells of before character `at`.

        Without those whom the words `but` name: of him of whom something is hoped it is not he who hopes.
        """
        others = {key for word in but if (m := self._analysis.mention_at(word)) is not None for key in m.actors}
        for event in sorted(self._events, key=lambda event: event.trigger.start, reverse=True):
            people = [p for p in event.participants if p.role in PRINCIPALS]
            told = (
                event.trigger.start <= at
                and event.kind in kinds
                and not event.background
                and event.status in ("held", "under way")
            )
            if told and len(people) > 1 and self._is_main(event):
                left = [p for p in people if p.actor not in others]
                people = left or people
                return Speakers(
                    tuple(p.actor for p in people),
                    tuple(p.name for p in people),
                    unique(p.country or p.name for p in people),
                    len(people) > 1,
                )
        return self._first_parties(at) if kinds is TALKS else None

    def _is_main(self, event: Event) -> bool:
        """Whether the event is told by the sentence itself and not by a clause inside it."""
        inside = self._analysis.words_in(event.trigger)
        word = inside[0] if inside else None
        while word is not None and word.head is not word:
            if word.dep in ("advcl", "acl", "relcl", "pobj", "pcomp"):
                return False
            word = word.head
        return True

    def _first_parties(self, at: int) -> Speakers | None:
        """The first two people of different sides that the report names, else the first two states."""
        return self._first_two(at, ("person", "office")) or self._first_two(at, ("state",))

    def _first_two(self, at: int, kinds: tuple[str, ...]) -> Speakers | None:
        chosen: list[str] = []
        actors = self._analysis.actors
        for mention in self._analysis.mentions:
            if mention.span.start > at:
                break
            for key in mention.actors:
                actor = actors[key]
                if (
                    actor.kind in kinds
                    and key not in chosen
                    and all(actors[k].country != actor.country for k in chosen)
                ):
                    chosen.append(key)
            if len(chosen) == 2:
                return self._of(chosen, sides=True)
        return None

    def is_other_person(self, heads: Sequence[Word], speakers: Sequence[Word]) -> bool:
        """Whether `heads` name a person who is none of `speakers`."""
        inner, outer = (
            self.find(heads, heads[0].start if heads else 0),
            self.find(speakers, speakers[0].start if speakers else 0),
        )
        if inner is None or outer is None or not heads:
            return False
        if inner.actors and outer.actors:
            kinds = {self._analysis.actors[key].kind for key in inner.actors}
            return bool(kinds & {"person", "office"}) and not set(inner.actors) & set(outer.actors)
        named = any(w.entity == "PERSON" for head in heads for w in (head, *head.children_by("appos")))
        return named and inner.names != outer.names

    def _one(self, head: Word, at: int) -> Speakers | None:
        lower = head.lower
        if lower in FIRST_PERSON:
            return self._first(head)
        if self._is_outlet(head):
            return None
        mention = self._analysis.mention_at(head)
        plural = lower in self._words.sides and (
            mention is None or mention.form in ("group", "nominal", "pronoun", "office")
        )
        if (
            head.tag == "PRP"
            and mention is not None
            and (other := other_than_beside(head, mention.actors, self._analysis)) is not None
        ):
            return self._of([other], sides=False)
        if mention is not None and mention.actors:
            group = self._known_group(mention.actors)
            if group and (parties := self._facing(head, at)) is not None:
                return parties
            several = len(mention.actors) > 1
            sides = group or several or (plural and lower not in self._words.unsure)
            return self._of(list(mention.actors), sides=sides)
        if head.lemma.lower() in self._documents or is_press_service(head):
            return self._issuer(head, at)
        if mention is None and (name := self._named_behind(head)) is not None:
            return self._one(name, at)
        if mention is None and head.text[:1].isupper() and (known := self._surnamed(head.text)) is not None:
            return self._of([known], sides=False)
        if lower == "they" or (plural and lower not in self._words.unsure and mention is None):
            parties = self.parties(at)
            if parties is not None:
                return parties
        if head.tag in ("PRP", "WP", "WDT", "DT", "EX"):
            return None
        if (
            head.entity in ("PERSON", "ORG", "GPE", "NORP")
            or head.lemma.lower() in self._words.people
            or lower in self._words.sides
        ):
            return Speakers(names=(phrase_of(head),), sides=plural and lower not in self._words.unsure)
        return None

    def _named_behind(self, head: Word) -> Word | None:
        """The name set off by commas behind a noun that is no post: "her mother, Ada Rossi, said"."""
        for child in head.children_by("appos"):
            mention = self._analysis.mention_at(child)
            known = mention is not None and any(self._analysis.actors[key].kind == "person" for key in mention.actors)
            if known or child.entity == "PERSON":
                return child
        return None

    def _surnamed(self, name: str) -> str | None:
        """The only person of that surname; a parser may have read the name as a common noun."""
        found = [k for k, a in self._analysis.actors.items() if a.kind == "person" and a.name.split()[-1:] == [name]]
        return found[0] if len(found) == 1 else None

    def _known_group(self, actors: Sequence[str]) -> bool:
        """Whether the only actor is a group of those who face each other, named by no more than that."""
        actor = self._analysis.actors[actors[0]]
        last = actor.name.split()[-1].lower() if actor.name else ""
        return len(actors) == 1 and actor.kind == "group" and last in self._words.sides - self._words.unsure

    def _facing(self, head: Word, at: int) -> Speakers | None:
        """The two parties that "the presidents", "both sides" stand for; none where the group is described further."""
        plain = all(c.dep in ("det", "nummod", "punct", "predet") or c.i > head.i for c in head.children)
        if not plain or any(c.dep in ("prep", "relcl", "acl") for c in head.children):
            return None
        if self._voice.kind == "joint":
            return Speakers(self._voice.actors, self._voice.names, self._voice.countries, True)
        parties = self.parties(at, TALKS_OF_TWO)
        return parties if parties is not None and len(parties.names) == 2 else None

    def _is_outlet(self, head: Word) -> bool:
        """Whether the words name the agency or paper itself, or another one."""
        if head.lower in self._words.outlet or head.lemma.lower() in self._words.outlet:
            return True
        if head.lower == "agency" and any(child.lower == "news" for child in head.children):
            return True
        agency = self._analysis.report.dateline.agency if self._analysis.report.dateline else None
        return bool(agency) and head.text == agency

    def _first(self, head: Word) -> Speakers | None:
        voice = self._voice
        if voice.kind == "outlet":
            mention = self._analysis.mention_at(head)
            if mention is not None and mention.actors:
                found = self._of(list(mention.actors), sides=len(mention.actors) > 1)
                return replace(found, first_person=True, outlet=True)
            if self.last is not None and self.last.sides and len(self.last.actors) > 1:
                return replace(self.last, outlet=True)
            return self._outlet_state()
        return Speakers(voice.actors, voice.names, voice.countries, voice.kind == "joint", True)

    def _outlet_state(self) -> Speakers | None:
        """The state for which the outlet says "we": that of the first person it names."""
        actors = self._analysis.actors
        first = next((actor for actor in actors.values() if actor.kind in ("person", "office") and actor.country), None)
        if first is None:
            return None
        key = next((k for k, a in actors.items() if a.kind == "state" and a.country == first.country), None)
        return replace(self._of([key], sides=False), first_person=True, outlet=True) if key else None

    def _issuer(self, head: Word, at: int) -> Speakers | None:
        """Who issued a document that "says": its owner in words, the sender of the last message told, else nobody."""
        owner = head.child_by("poss")
        if owner is not None and (found := self._one(owner, at)) is not None:
            return found
        for word in head.subtree():
            if word.dep in ("prep", "agent") and word.head.tag != "VBN":
                near = word.lower in ("from", "by") or (word.lower == "of" and word.head is head)
                sender = word.child_by("pobj") if near else None
                if sender is not None and (found := self._one(sender, at)) is not None and found.names:
                    return found
        for word in reversed(head.children_by("compound", "nmod", "amod")):
            mention = self._analysis.mention_at(word)
            if mention is not None and any(self._analysis.actors[k].kind == "organisation" for k in mention.actors):
                return self._of(list(mention.actors), sides=False)
        told = sorted(self._events, key=lambda event: event.trigger.start, reverse=True)
        if head.lemma.lower() in MESSAGES:
            told.sort(key=lambda event: event.kind != "message")
        for event in told:
            if event.kind in ("message", "signing", "protest") and event.trigger.start <= at:
                people = [p for p in event.participants if p.role in ("sender", "signatory")]
                if people:
                    return Speakers(
                        tuple(p.actor for p in people),
                        tuple(p.name for p in people),
                        unique(p.country or p.name for p in people),
                        len(people) > 1,
                    )
        return self._last_sender(head) or self.last

    def _last_sender(self, head: Word) -> Speakers | None:
        """Who is told to have sent, issued or written a document before this one."""
        for number in range(head.i - 1, max(head.i - 200, -1), -1):
            word = self._analysis.words[number]
            if word.pos == "VERB" and word.lemma in SENDING:
                found = [s for s in (self._one(w, word.start) for w in subjects(word)) if s is not None]
                if found:
                    return found[0]
        return None

    def _of(self, keys: Sequence[str], *, sides: bool) -> Speakers:
        actors = [self._analysis.actors[key] for key in keys]
        countries = unique(actor.country or actor.name for actor in actors)
        if len(actors) > 1 and len(countries) == 1:
            sides = False
        return Speakers(tuple(keys), tuple(actor.name for actor in actors), countries, sides)
