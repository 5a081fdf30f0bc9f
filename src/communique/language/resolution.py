"""Tell of each phrase of a report, from top to bottom, whom it stands for."""

from communique.language.capacities import holders
from communique.language.people import Person, View
from communique.language.phrases import Phrase, lexicon
from communique.language.plurals import find_members, find_they, is_pair_noun
from communique.language.pronouns import FEMALE, FIRST, MALE, NEUTER, PLURAL, find_antecedent, find_thing
from communique.language.roster import SAME_POST, Party, Roster, Sighting, holds
from communique.language.words import Word

_AS_VERBS = frozenset("serve name appoint nominate elect work act designate choose select confirm reappoint install inaugurate".split())
_GIVING = frozenset("name appoint nominate elect designate choose select confirm reappoint install inaugurate".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


class Resolution:
    """The state of the reading: who is known, and who was spoken of last."""

    def __init__(self, roster: Roster, writer: Person | None, *, is_own_voice: bool) -> None:
        self.roster = roster
        self.is_own_voice = is_own_voice
        self.found: dict[int, tuple[Party, ...]] = {}
        self.plurals: list[tuple[int, int, bool, tuple[Party, ...]]] = []
        self.author = roster.of(writer) if writer is not None else None

    def open_sentence(self, phrases: list[Phrase]) -> None:
        """Take note of the persons that a sentence names, before its phrases are gone through."""
        for phrase in phrases:
            if phrase.kind == "person":
                self.found[phrase.head.i] = (self.roster.person(phrase),)

    def resolve(self, view: View, phrase: Phrase) -> tuple[Party, ...]:
        """The parties that a phrase stands for; empty where nobody can be told."""
        parties = self._find(view, phrase)
        self.found.setdefault(phrase.head.i, parties)
        sighting = Sighting(view.sentence.index, phrase.head.i, _is_subject(phrase.head))
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

    def _settle_possessed(self, view: View, phrase: Phrase, party: Party) -> None:
        """Give a post held for somebody his state: "its leader", "his Personal Envoy"."""
        if phrase.naming is None or party.person is None:
            return
        for n, (post, country, former) in enumerate(phrase.naming.posts):
            if country is None and post.possessor is not None and post.possessor.i != phrase.head.i:
                owner = self._at(view, post.possessor)
                if owner is not None and owner is not party and owner.country:
                    phrase.naming.posts[n] = (post, owner.country, former)
                    party.person.posts = [
                        (own, owner.country if own is post else code, past) for own, code, past in party.person.posts
                    ]  # fmt: skip
                    party.country = party.country or owner.country

    def _by_predicate(self, view: View, phrase: Phrase) -> Party | None:
        """The person of whom the sentence says the post: "she was Foreign Minister", "X served as ambassador"."""
        head = phrase.head
        if phrase.post is None:
            return None
        verb = head.head
        if head.dep == "nsubj" and verb.lemma == "be" and " " in phrase.post.title and (attribute := verb.child_by("attr")) is not None:
            return self._give(phrase, self._at(view, attribute), view, former=False)
        if head.dep not in ("attr", "pobj", "oprd"):
            return None
        if head.dep == "pobj":
            if verb.lower != "as" or verb.head is verb:
                return None
            verb = verb.head
            if verb.lemma not in _AS_VERBS:
                return None
        elif head.dep == "attr" and verb.lemma not in ("be", "become") or head.dep == "oprd" and verb.lemma not in _AS_VERBS:
            return None
        former = verb.tag in ("VBD", "VBN") and verb.lemma in ("be", "serve", "work") and head.dep != "oprd"
        return self._give(phrase, self._bearer(view, verb), view, former=former)

    def _give(self, phrase: Phrase, person: Party | None, view: View, *, former: bool) -> Party | None:
        """Give a person the post that the sentence says he holds."""
        post = phrase.post
        if post is None or person is None or person.person is None:
            return None
        former = former or post.former
        own = self._owner(view, phrase)
        country = post.country or (own.country if own is not None and own is not person else None) or person.country
        if post.country and not former and person.country in (None, self.roster.home) and post.country != person.country and (
            person.person.is_assumed or person.country is None
        ):  # fmt: skip
            person.person.posts = [(own, post.country if code == person.country else code, past) for own, code, past in person.person.posts]
            person.country = person.person.country = country = post.country
        person.person.posts.append((post, country, former))
        if not former:
            person.keys.add(SAME_POST.get(post.key, post.key))
        return person

    def _bearer(self, view: View, verb: Word) -> Party | None:
        """Whom a verb such as "served" or "named" gives a post: its object, else its subject."""
        is_active_giving = verb.lemma in _GIVING and not any(child.dep in ("auxpass", "nsubjpass") for child in verb.children)
        words = [child for child in verb.children if child.dep in (("dobj",) if is_active_giving else ("nsubj", "nsubjpass"))]
        while not words and verb.dep in ("conj", "xcomp", "advcl") and verb.head is not verb:
            verb = verb.head
            words = [child for child in verb.children if child.dep in ("nsubj", "nsubjpass")]
        if not words and verb.dep in ("acl", "relcl"):
            words = [verb.head]
        if words and words[0].lower in ("who", "whom", "that") and verb.dep == "relcl":
            words = [verb.head]
        party = self._at(view, words[0]) if words else None
        return party if party is not None and party.kind == "person" else None

    def _state(self, view: View, phrase: Phrase) -> tuple[Party, ...]:
        if phrase.country:
            return (self.roster.state(phrase.country),)
        owner = self._owner(view, phrase)
        if owner is not None and owner.country:
            phrase.country = owner.country
            return (self.roster.state(owner.country),)
        if phrase.noun in lexicon().bare_governments and phrase.definite:
            party = self.roster.latest(("state",))
            if party is not None:
                return (party,)
        return (self.roster.group(phrase),) if phrase.noun not in ("side", "state", "capital") else ()

    def _owner(self, view: View, phrase: Phrase) -> Party | None:
        """Who "his" or "the minister's" before a noun stands for."""
        if phrase.possessor is None:
            return None
        return self._at(view, phrase.possessor)

    def _at(self, view: View, word: Word) -> Party | None:
        """The single party that a word of this sentence stands for, as far as it is known already."""
        known = self.found.get(word.i)
        if known is not None:
            return known[0] if len(known) == 1 else None
        if word.lower == "whose":
            clause = next((above for above in word.ancestors() if above.dep == "relcl"), None)
            return self._at(view, clause.head) if clause is not None and clause.head is not word else None
        if word.tag == "PRP$":
            pronoun = Phrase("pronoun", 0, 1, 0, 1, word, word.lower, word.text)
            found = self._pronoun(view, pronoun)
            return found[0] if len(found) == 1 else None
        return None

    def _individual(self, view: View, phrase: Phrase) -> tuple[Party, ...]:
        """Whom a post or a common noun stands for: the holder where the report names him, else the office."""
        roster, sentence = self.roster, view.sentence.index
        country = phrase.country
        owner = self._owner(view, phrase)
        if phrase.noun in ("counterpart", "colleague"):
            return self._counterpart(phrase, owner, country, sentence)
        if country is None and owner is not None:
            country = owner.country
        bearer = self._by_predicate(view, phrase)
        if bearer is not None:
            return (bearer,)
        indefinite = not phrase.definite and phrase.post is not None and not phrase.country or view.words[phrase.first].lower in ("a", "an", "another", "some", "any", "every", "each")
        if not indefinite and not (phrase.post is not None and phrase.post.former):
            holder = self._holder(phrase, country, sentence)
            if holder is not None:
                if phrase.country and holder.country is None:
                    holder.country = phrase.country
                self._learn(holder, phrase)
                return (holder,)
        if phrase.kind == "nominal":
            return self._unnamed(phrase, country, indefinite)
        if country is None and phrase.post is not None and not indefinite and phrase.definite:
            country = self._unqualified(view, phrase)
        phrase.country = country
        return (roster.office(phrase, country, is_new=indefinite),)

    def _unnamed(self, phrase: Phrase, country: str | None, indefinite: bool) -> tuple[Party, ...]:
        """Somebody without name or post, told of before or now: "a ministry official", "the source"."""
        if not indefinite:
            party = self.roster.latest(("group",), frozenset({phrase.noun}))
            if party is not None:
                return (party,)
        if phrase.stop - phrase.first < 2 and not country:
            return ()
        phrase.country = country
        return (self.roster.group(phrase),)

    def _unqualified(self, view: View, phrase: Phrase) -> str | None:
        post = phrase.post
        if post is None or post.of is not None:
            return post.country if post else None
        return self.roster.home if SAME_POST.get(post.key, post.key) in ("president", "prime minister", "minister", "secretary") else None

    def _learn(self, holder: Party, phrase: Phrase) -> None:
        """A person without a post takes the one by which he is spoken of."""
        post = phrase.post
        if post is None or holder.person is None or post.key in ("leader", "head of state", "chief") and holder.person.posts:
            return
        if not holder.person.posts and not post.plural:
            holder.person.posts.append((post, post.country or holder.country, post.former))
            holder.keys.add(SAME_POST.get(post.key, post.key))

    def _holder(self, phrase: Phrase, country: str | None, sentence: int) -> Party | None:
        """The individual who holds the post, the one spoken of last where several do."""
        best: Party | None = None
        best_score = -1e9
        for party in self.roster.parties:
            if not party.is_individual:
                continue
            if party.kind == "office" and party.post is None:
                continue
            fits = holds(party, phrase) or (phrase.kind == "nominal" and phrase.noun in ("guest", "visitor", "politician", "host", "man", "woman", "leader"))
            if not fits:
                continue
            if country and party.country and party.country != country:
                continue
            before = [seen for seen in party.sightings if seen.word < phrase.head.i]
            if not before and party.sightings:
                continue
            if not before and (party.kind == "office" or phrase.kind == "nominal"):
                continue
            score = -(sentence - before[-1].sentence) - (phrase.head.i - before[-1].word) * 0.001 if before else -50.0
            if before and sentence - before[-1].sentence > 25:
                score -= 20
            if phrase.kind == "nominal" and (not before or sentence - before[-1].sentence > 3):
                continue
            if country and party.country == country:
                score += 30
            if country and not party.country and not party.person:
                continue
            if party.kind == "person":
                score += 4
            if not country and party.country and party.country == self.roster.home and phrase.post is not None:
                score += 1.5
            if score > best_score:
                best, best_score = party, score
        if phrase.post is not None and (best is None or self._is_far(best, sentence)):
            best = self._only_unposted(phrase, country, sentence) or best
        return best

    def _is_far(self, party: Party, sentence: int) -> bool:
        return bool(party.sightings) and sentence - party.sightings[-1].sentence > 3

    def _only_unposted(self, phrase: Phrase, country: str | None, sentence: int) -> Party | None:
        """Where one person alone has no post and the sides agree, the post is his: "Vladimir Putin … the President".

        In the voice of a government it is the one who acts first; an envoy is the one spoken of right before.
        """
        post = phrase.post
        if post is None or SAME_POST.get(post.key, post.key) not in ("president", "prime minister", "ambassador", "king"):
            return None
        if not post.definite or post.possessor is not None or phrase.head.head.lower == "as":
            return None
        bare = [
            party for party in self.roster.persons()
            if party.person is not None and not party.person.posts and (country is None or party.country in (None, country))
            and (party.sightings or self.is_own_voice and any(not n.view.is_beside for n in party.person.namings))
        ]  # fmt: skip
        known = holders(self.roster.home) if self.is_own_voice and post.key == "president" else frozenset()
        if known and country in (None, self.roster.home):
            ours = [party for party in self.roster.persons() if party.person is not None and party.person.parts[-1] in known]
            if len(ours) != 1 or ours[0].keys - {"president"}:
                return None
            ours[0].country = ours[0].country or self.roster.home
            return ours[0]
        if SAME_POST.get(post.key, post.key) != "ambassador" and self.is_own_voice and len(bare) > 1 and (country or self.roster.home) == self.roster.home:
            bare = [party for party in bare if _acts_first(party)][:1]
        if SAME_POST.get(post.key, post.key) == "ambassador":
            bare = [p for p in bare if p.sightings and p.sightings[-1].sentence >= sentence - 1 and any(s.is_subject for s in p.sightings)]
        if len(bare) != 1:
            return None
        bare[0].country = bare[0].country or country or post.country or (self.roster.home if not post.country else None)
        return bare[0]

    def _counterpart(self, phrase: Phrase, owner: Party | None, country: str | None, sentence: int) -> tuple[Party, ...]:
        """Whom "his Chinese counterpart" stands for: the holder of the same post there."""
        if country is not None:
            for party in reversed(self.roster.persons()):
                if party.country == country and party is not owner and (owner is None or not party.keys or party.keys & owner.keys):
                    return (party,)
        elif owner is not None:
            others = [
                party for party in self.roster.persons()
                if party is not owner and party.sightings and party.country != owner.country and party.country
                and sentence - party.sightings[-1].sentence <= 4
            ]  # fmt: skip
            if others:
                return (max(others, key=lambda party: party.sightings[-1].word),)
        if country is None:
            return ()
        phrase.country = country
        if owner is not None and owner.person is not None and owner.person.posts:
            phrase.name = f"{phrase.name}"
        return (self.roster.office(phrase, country),)

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
        if phrase.definite and phrase.stop - phrase.first <= 2 and not country and phrase.noun in lexicon().short_institutions:
            nouns = frozenset({phrase.noun})
            party = self.roster.latest(("organisation", "body"), nouns)
            if party is None and phrase.noun in ("bloc", "organization", "organisation", "group", "grouping", "alliance"):
                party = self.roster.latest(("organisation", "body"))
            if party is not None:
                return (party,)
        phrase.country = country
        if phrase.stop - phrase.first < 2 and not country:
            return ()
        return (self.roster.organisation(phrase),)

    def _group(self, view: View, phrase: Phrase) -> tuple[Party, ...]:
        words = view.words
        is_bare = phrase.stop - phrase.first <= 1 + (phrase.count is not None) + (words[phrase.first].lower in ("the", "both", "these"))
        takes_up = words[phrase.first].lower in ("the", "both", "these") or phrase.count is not None
        is_fitting = is_pair_noun(phrase.head.lower) and phrase.country is None and (phrase.post is None or not phrase.post.of)
        if takes_up and is_fitting and (is_bare or phrase.post is not None or phrase.count == 2 and phrase.stop == phrase.head.i - words[0].i + 1) and phrase.possessor is None:
            earlier = self.roster.latest(("group",), frozenset({phrase.noun})) if phrase.count is None else None
            members = find_members(phrase, view.sentence.index, self.roster)
            if members and not (earlier is not None and _is_later(earlier, members)):
                return members
            if earlier is not None:
                return (earlier,)
        if phrase.country is None and phrase.possessor is not None:
            owner = self._owner(view, phrase)
            phrase.country = owner.country if owner is not None else None
        if phrase.noun in ("two", "both", "latter", "former"):
            return ()
        return (self.roster.group(phrase),)


def _is_later(group: Party, members: tuple[Party, ...]) -> bool:
    """Whether a group was named after all who could be its members."""
    return group.sightings[-1].word > max(member.sightings[-1].word for member in members if member.sightings)


def _acts_first(party: Party) -> bool:
    """Whether a person is the subject where the text names him first, and that near its beginning."""
    for naming in party.person.namings if party.person else ():
        if not naming.view.is_beside:
            word = naming.view.words[naming.name.stop - 1]
            return naming.view.sentence.index < 3 and word.dep in ("nsubj", "nsubjpass")
    return False


def _is_subject(word: Word) -> bool:
    """Whether a word is the subject of a clause, or joined to it."""
    while word.dep == "conj" and word.head is not word and word.head.pos in ("NOUN", "PROPN", "PRON"):
        word = word.head
    if word.dep == "pobj" and word.head.dep == "agent":
        return True
    return word.dep in _SUBJECTS
