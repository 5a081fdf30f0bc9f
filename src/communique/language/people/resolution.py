"""Tell of each phrase of a report, from top to bottom, whom it stands for."""

from communique.language.people.common_nouns import party_nouns
from communique.language.people.individuals import Individuals
from communique.language.people.namings import View
from communique.language.people.noun_phrases import Phrase
from communique.language.people.plurals import find_members, find_they, is_pair_noun
from communique.language.people.pronouns import FEMALE, FIRST, MALE, NEUTER, PLURAL, find_antecedent, find_thing
from communique.language.people.roster import Party, Sighting
from communique.language.words import Word

_LOOSE = frozenset("group grouping alliance union bloc fund court".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


class Resolution(Individuals):
    """The state of the reading: who is known, and who was spoken of last."""

    def open_sentence(self, phrases: list[Phrase]) -> None:
        """Take note of the persons that a sentence names, before its phrases are gone through."""
        for phrase in phrases:
            if phrase.kind == "person":
                self.found[phrase.head.i] = (self.roster.person(phrase),)
        self._note_speaker(phrases)

    def _note_speaker(self, phrases: list[Phrase]) -> None:
        """In a dialogue, "MINISTER LEE:" says whose words follow, and "QUESTION:" that a stranger's do."""
        for phrase in phrases:
            if phrase.kind == "person" and phrase.naming is not None and phrase.first == 0:
                words = phrase.naming.view.words
                if phrase.stop < len(words) and words[phrase.stop].text == ":":
                    self.speaker, self.is_dialogue = self.roster.person(phrase), True
                    return
        words = list(phrases[0].head.sentence.words[:2]) if phrases else []
        if len(words) == 2 and words[1].text == ":" and words[0].lower in ("question", "q", "moderator", "mr", "ms"):
            self.speaker, self.is_dialogue = None, True

    def resolve(self, view: View, phrase: Phrase) -> tuple[Party, ...]:
        """The parties that a phrase stands for; empty where nobody can be told."""
        parties = self._find(view, phrase)
        self.found.setdefault(phrase.head.i, parties)
        is_subject = _is_subject(phrase.head)
        sighting = Sighting(view.sentence.index, phrase.head.i, is_subject, not is_subject or _is_main(phrase.head))
        for party in parties:
            if phrase.kind != "pronoun" or phrase.noun not in FIRST:
                party.sightings.append(sighting)
        if len(parties) > 1 or len(parties) == 1 and parties[0].kind == "group" and phrase.plural:
            self.plurals.append((sighting.sentence, sighting.word, sighting.is_subject, parties))
        elif len(parties) == 1 and phrase.head.dep == "conj":
            self._join(phrase, sighting, parties[0])
        return parties

    def _join(self, phrase: Phrase, sighting: Sighting, party: Party) -> None:
        """Remember parties joined by "and" as a plural that "they" can take up."""
        first = phrase.head
        while first.dep == "conj" and first.head is not first:
            first = first.head
        members = [p for p in self.roster.parties if any(s.word == first.i for s in p.sightings[-3:])]
        if self.plurals and self.plurals[-1][1] == first.i:
            self.plurals[-1] = (*self.plurals[-1][:3], (*self.plurals[-1][3], party))
        elif members and members[0] is not party:
            self.plurals.append((sighting.sentence, first.i, _is_subject(first), (members[0], party)))

    def _find(self, view: View, phrase: Phrase) -> tuple[Party, ...]:
        kind, roster = phrase.kind, self.roster
        if kind == "person":
            party = roster.person(phrase)
            self._settle_possessed(view, phrase, party)
            self._share_counterpart(view, phrase, party)
            self._share_home(view, phrase, party)
            return (party,)
        if kind == "body":
            return (roster.body(phrase.name),)
        if kind == "organisation":
            return (roster.organisation(phrase),)
        if kind in ("state", "capital"):
            return self._state(view, phrase)
        if kind == "office" or kind == "nominal":
            return self._individual(view, phrase)
        if kind == "pronoun":
            return self._pronoun(view, phrase)
        if kind == "country noun":
            return self._country(view, phrase)
        if kind == "institution noun":
            return self._institution(view, phrase)
        return self._group(view, phrase)

    def _state(self, view: View, phrase: Phrase) -> tuple[Party, ...]:
        if phrase.country:
            return (self.roster.state(phrase.country),)
        owner = self._owner(view, phrase)
        if owner is not None and owner.country:
            phrase.country = owner.country
            return (self.roster.state(owner.country),)
        if phrase.noun in party_nouns().bare_governments and phrase.definite:
            party = self.roster.latest(("state",))
            if party is not None:
                return (party,)
        return (self.roster.group(phrase),) if phrase.noun not in ("side", "state", "capital") else ()

    def _pronoun(self, view: View, phrase: Phrase) -> tuple[Party, ...]:
        noun, sentence = phrase.noun, view.sentence.index
        if noun in FEMALE or noun in MALE:
            found = find_antecedent(phrase, sentence, self.roster.parties)
            return (found,) if found is not None else ()
        if noun in PLURAL:
            return find_they(phrase, sentence, self.plurals, self.roster)
        if noun in NEUTER:
            thing = find_thing(phrase, sentence, self.roster.parties)
            return (thing,) if thing is not None else ()
        if noun in FIRST and self.is_dialogue:
            country = self.speaker.country if self.speaker is not None else None
            if noun in ("our", "ours", "us") and self.is_own_voice:
                return (self.roster.state(country),) if country else ()
            return (self.speaker,) if self.speaker is not None else ()
        if noun in ("our", "ours", "us") and self.is_own_voice and self.roster.home is not None:
            return (self.roster.state(self.roster.home),)
        if noun in FIRST and self.author is not None:
            return (self.author,)
        return ()

    def _country(self, view: View, phrase: Phrase) -> tuple[Party, ...]:
        if phrase.country:
            return (self.roster.state(phrase.country),)
        owner = self._owner(view, phrase)
        if owner is not None and owner.country:
            return (self.roster.state(owner.country),)
        if phrase.definite and phrase.stop - phrase.first <= 2:
            party = self.roster.latest(("state",))
            return (party,) if party is not None else ()
        return ()

    def _institution(self, view: View, phrase: Phrase) -> tuple[Party, ...]:
        """An institution by a common noun: "the ministry", "its embassy", "the Russian embassy"."""
        owner = self._owner(view, phrase)
        country = phrase.country or (owner.country if owner is not None else None)
        if (
            phrase.definite
            and phrase.stop - phrase.first <= 2
            and not country
            and phrase.noun in party_nouns().short_institutions
        ):
            nouns = frozenset({phrase.noun})
            party = self.roster.latest(("organisation", "body"), nouns)
            if party is None and phrase.noun in (
                "bloc",
                "organization",
                "organisation",
                "group",
                "grouping",
                "alliance",
            ):
                party = self.roster.latest(("organisation", "body"))
            if party is None and (told := self.roster.institution_in_post(phrase.noun)) is not None:
                phrase.name, country = told
            elif party is None and phrase.head.text.islower() and phrase.noun in _LOOSE:
                return ()
            if party is not None:
                return (party,)
        phrase.country = country
        if phrase.stop - phrase.first < 2 and not country:
            return ()
        return (self.roster.organisation(phrase),)

    def _group(self, view: View, phrase: Phrase) -> tuple[Party, ...]:
        words = view.words
        if phrase.post is not None and (named := view.shared.get(id(phrase.post))):
            return tuple(self.roster.of_naming(naming) for naming in named)
        is_bare = phrase.stop - phrase.first <= 1 + (phrase.count is not None) + (
            words[phrase.first].lower in ("the", "both", "these")
        )
        takes_up = words[phrase.first].lower in ("the", "both", "these") or phrase.count is not None
        is_fitting = (
            is_pair_noun(phrase.head.lower) and phrase.country is None and (phrase.post is None or not phrase.post.of)
        )
        if (
            takes_up
            and is_fitting
            and (
                is_bare
                or phrase.post is not None
                or phrase.count == 2
                and phrase.stop == phrase.head.i - words[0].i + 1
            )
            and phrase.possessor is None
        ):
            earlier = self.roster.latest(("group",), frozenset({phrase.noun})) if phrase.count is None else None
            members = find_members(phrase, view.sentence.index, self.roster, self.plurals)
            if members and not (earlier is not None and _is_later(earlier, members)):
                return members
            if earlier is not None:
                return (earlier,)
        if phrase.country is None and phrase.possessor is not None:
            owner = self._owner(view, phrase)
            phrase.country = owner.country if owner is not None else None
        if phrase.noun in ("latter", "former"):
            return self._of_last_two(phrase)
        if phrase.noun in ("two", "both"):
            return ()
        return (self.roster.group(phrase),)

    def _of_last_two(self, phrase: Phrase) -> tuple[Party, ...]:
        """Whom "the latter" and "the former" stand for: the last of those named, or the one named before him."""
        kinds = ("person", "office", "state", "organisation")
        near = [p for p in self.roster.parties if p.kind in kinds and p.sightings]
        near.sort(key=lambda party: -party.sightings[-1].word)
        last = near[: 1 + (phrase.noun == "former")]
        return (last[-1],) if last and phrase.head.i - last[-1].sightings[-1].word < 60 else ()


def _is_main(subject: Word) -> bool:
    """Whether the verb of a subject is finite and neither tells of a noun nor of a circumstance beside the clause."""
    while subject.dep == "conj" and subject.head is not subject:
        subject = subject.head
    verb = subject.head
    if verb.dep in ("relcl", "acl", "pcomp") or verb.dep == "advcl" and verb.tag in ("VBG", "VBN"):
        return False
    return verb.tag not in ("VBG", "VBN") or any(child.dep in ("aux", "auxpass") for child in verb.children)


def _is_later(group: Party, members: tuple[Party, ...]) -> bool:
    """Whether a group was named after all who could be its members."""
    return group.sightings[-1].word > max(
        (member.sightings[-1].word for member in members if member.sightings), default=-1
    )


def _is_subject(word: Word) -> bool:
    """Whether a word is the subject of a clause, or joined to it."""
    while word.dep == "conj" and word.head is not word and word.head.pos in ("NOUN", "PROPN", "PRON"):
        word = word.head
    if word.dep == "pobj" and word.head.dep == "agent":
        return True
    return word.dep in _SUBJECTS
