"""Tell whom a post or a common noun stands for: its holder where the report names him, else the office."""

from communique.language.people.bearers import Bearers
from communique.language.people.holding import holds
from communique.language.people.namings import View
from communique.language.people.noun_phrases import Phrase
from communique.language.people.pronouns import acting_on
from communique.language.people.roster import Party
from communique.language.people.same_posts import posts_of_sort, same_post
from communique.language.people.settling import holders

_ONLY_WITH_STATE = frozenset({"leader", "head of state", "minister"})
_OPEN_POSTS = frozenset({"president", "prime minister", "ambassador", "king"}) | _ONLY_WITH_STATE


class Individuals(Bearers):
    """Whom posts and common nouns for one person stand for."""

    def _individual(self, view: View, phrase: Phrase) -> tuple[Party, ...]:
        """Whom a post or a common noun stands for: the holder where the report names him, else the office."""
        roster, sentence = self.roster, view.sentence.index
        country = phrase.country
        owner = self._owner(view, phrase)
        is_others = owner is not None and phrase.noun in ("host", "guest", "visitor", "interlocutor", "rival")
        if phrase.noun in ("counterpart", "colleague") or is_others:
            found = self._counterpart(phrase, owner, country, sentence)
            if found or not is_others:
                return found
        if phrase.post is not None and phrase.post.key == "head" and "delegation" in phrase.post.title.lower():
            led = self._delegation_leader(phrase, country, sentence)
            if led is not None:
                return (led,)
        if country is None and owner is not None:
            country = owner.country
        bearer = self._by_predicate(view, phrase)
        if bearer is not None:
            return (bearer,)
        indefinite = (
            not phrase.definite
            and phrase.post is not None
            and not phrase.country
            or view.words[phrase.first].lower in ("a", "an", "another", "some", "any", "every", "each")
        )
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
            country = self._unqualified(phrase)
        phrase.country = country
        return (roster.office(phrase, country, is_new=indefinite),)

    def _delegation_leader(self, phrase: Phrase, country: str | None, sentence: int) -> Party | None:
        """Who "the head of the delegation" is: the person who is the report's first subject, and of that state."""
        if not phrase.definite and not phrase.head.text[0].isupper():
            return None
        for party in self.roster.persons():
            if any(seen.is_subject and seen.sentence < min(sentence, 3) for seen in party.sightings):
                return party if country is None or party.country in (None, country) else None
        return None

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

    def _unqualified(self, phrase: Phrase) -> str | None:
        post = phrase.post
        if post is None or post.of is not None:
            return post.country if post else None
        return (
            self.roster.home
            if same_post(post.key) in ("president", "prime minister", "minister", "secretary")
            else None
        )

    def _learn(self, holder: Party, phrase: Phrase) -> None:
        """A person without a post takes the one by which he is spoken of."""
        post = phrase.post
        if post is None or holder.person is None or post.key in ("leader", "head of state", "chief", "head"):
            return
        if not holder.person.posts and not post.plural:
            holder.person.posts.append((post, post.country or holder.country, post.former))
            holder.keys.add(same_post(post.key))

    def _holder(self, phrase: Phrase, country: str | None, sentence: int) -> Party | None:
        """The individual who holds the post, the one spoken of last where several do."""
        if (
            self.is_own_voice
            and country is None
            and phrase.post is not None
            and phrase.post.title.lower() == "president"
        ):
            ours = self._own_president()
            if ours is not None:
                return ours
        best: Party | None = None
        best_score = -1e9
        acting = acting_on(phrase.head)
        for party in self.roster.parties:
            if not party.is_individual:
                continue
            if party.kind == "office" and party.post is None:
                continue
            fits = holds(party, phrase) or (
                phrase.kind == "nominal"
                and phrase.noun in ("guest", "visitor", "politician", "host", "man", "woman", "leader")
            )
            if not fits:
                continue
            if country and party.country and party.country != country:
                continue
            before = [seen for seen in party.sightings if seen.word < phrase.head.i]
            if not before and party.sightings:
                continue
            if acting & {seen.word for seen in before[-3:]}:
                continue
            if not before and country and not party.country and not (party.person and party.person.posts):
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
                score += 3.0 if same_post(phrase.post.key) in posts_of_sort("heads") else 1.5
            if score > best_score:
                best, best_score = party, score
        if phrase.post is not None and (best is None or self._is_far(best, sentence)):
            best = self._only_unposted(phrase, country, sentence) or best
        return best

    def _own_president(self) -> Party | None:
        """The one person of the report whom its own government calls president without saying whose."""
        known = holders(self.roster.home)
        ours = [p for p in self.roster.persons() if p.person is not None and p.person.parts[-1] in known]
        if len(ours) != 1 or ours[0].keys - {"president"}:
            return None
        ours[0].country = ours[0].country or self.roster.home
        return ours[0]

    def _is_far(self, party: Party, sentence: int) -> bool:
        return bool(party.sightings) and sentence - party.sightings[-1].sentence > 3

    def _only_unposted(self, phrase: Phrase, country: str | None, sentence: int) -> Party | None:
        """Where one person alone has no post and the sides agree, the post is his: "Ann Lee … the President".

        In the voice of a government it is the one who acts first; an envoy is the one spoken of right before.
        """
        post = phrase.post
        if post is None or same_post(post.key) not in _OPEN_POSTS:
            return None
        if same_post(post.key) in _ONLY_WITH_STATE:
            return self._only_of_state(phrase, country)
        if not post.definite or post.possessor is not None or phrase.head.head.lower == "as":
            return None
        is_ours = self.is_own_voice and post.key == "president" and country in (None, self.roster.home)
        if is_ours and holders(self.roster.home):
            return self._own_president()
        bare = [
            party
            for party in self.roster.persons()
            if party.person is not None
            and not party.person.posts
            and not party.keys
            and (country is None or party.country in (None, country))
            and (party.sightings or self.is_own_voice and any(not n.view.is_beside for n in party.person.namings))
        ]
        if (
            same_post(post.key) != "ambassador"
            and self.is_own_voice
            and len(bare) > 1
            and (country or self.roster.home) == self.roster.home
        ):
            bare = [party for party in bare if _acts_first(party)][:1]
        if same_post(post.key) == "ambassador":
            bare = [
                p
                for p in bare
                if p.sightings and p.sightings[-1].sentence >= sentence - 1 and any(s.is_subject for s in p.sightings)
            ]
        if len(bare) != 1:
            return None
        bare[0].country = bare[0].country or country or post.country or self.roster.home
        return bare[0]

    def _only_of_state(self, phrase: Phrase, country: str | None) -> Party | None:
        """The one person told of before who is of a state and has no post: "X of Tajikistan … the Tajik leader"."""
        if country is None or phrase.post is None or phrase.post.of is None:
            return None
        ours = [party for party in self.roster.persons() if party.country == country]
        bare = [p for p in ours if p.sightings and p.person is not None and not p.person.posts]
        return bare[0] if len(ours) == len(bare) == 1 else None

    def _counterpart(
        self, phrase: Phrase, owner: Party | None, country: str | None, sentence: int
    ) -> tuple[Party, ...]:
        """Whom "his Chinese counterpart" stands for: the holder of the same post there."""
        if country is not None:
            for party in reversed(self.roster.persons()):
                if (
                    party.country == country
                    and party is not owner
                    and (owner is None or not party.keys or party.keys & owner.keys)
                ):
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


def _acts_first(party: Party) -> bool:
    """Whether a person is the subject where the text names him first, and that near its beginning."""
    for naming in party.person.namings if party.person else ():
        if not naming.view.is_beside:
            word = naming.view.words[naming.name.stop - 1]
            return naming.view.sentence.index < 3 and word.dep in ("nsubj", "nsubjpass")
    return False
