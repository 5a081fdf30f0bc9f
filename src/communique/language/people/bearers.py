"""Read from a sentence to whom it gives a post: "she was Foreign Minister", "X served as ambassador"."""

from abc import ABC, abstractmethod
from dataclasses import replace

from communique.language.people.namings import View
from communique.language.people.noun_phrases import Phrase
from communique.language.people.persons import Person
from communique.language.people.roster import Party, Roster
from communique.language.people.same_posts import same_post
from communique.language.words import Word

_AS_VERBS = frozenset(
    "serve name appoint nominate elect work act designate choose select confirm reappoint install inaugurate".split()
)
_GIVING = frozenset("name appoint nominate elect designate choose select confirm reappoint install inaugurate".split())
_OF_THE_SAME_HOME = frozenset(
    "wife husband spouse consort son daughter brother sister predecessor successor deputy aide adviser".split()
)


class Bearers(ABC):
    """Who bears the posts that sentences give; `found` tells of each head of a phrase who was meant."""

    def __init__(self, roster: Roster, writer: Person | None, *, is_own_voice: bool) -> None:
        self.roster = roster
        self.is_own_voice = is_own_voice
        self.found: dict[int, tuple[Party, ...]] = {}
        self.plurals: list[tuple[int, int, bool, tuple[Party, ...]]] = []
        self.speaker: Party | None = None
        self.is_dialogue = False
        self.author = roster.of(writer) if writer is not None else None

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

    def _share_counterpart(self, view: View, phrase: Phrase, party: Party) -> None:
        """Give "his Lao counterpart X" here the post of him whose counterpart he is; it is no title of his own."""
        naming = phrase.naming
        if naming is None or party.person is None or any(not former for _, _, former in naming.posts):
            return
        k = naming.name.lead - 1
        if k > 0 and view.words[k].text == ",":
            k -= 1
        if k < 1 or view.words[k].lower not in ("counterpart", "counterparts"):
            return
        owner = self._counterpart_of(view, k)
        if owner is None or owner is party or owner.person is None:
            return
        posts = [post for post, _, former in owner.person.posts if not former and not post.plural]
        chosen = next(
            (post for post in posts if post.key in ("minister", "prime minister")), posts[0] if posts else None
        )
        if chosen is None or chosen.key == "secretary" and party.country != owner.country:
            return
        post = replace(
            chosen, country=party.country, of=None, span=view.words[k].span, head=view.words[k], former=False
        )
        naming.posts.append((post, party.country, False))
        party.keys.add(same_post(post.key))

    def _share_home(self, view: View, phrase: Phrase, party: Party) -> None:
        """Somebody's wife, predecessor or aide acts for the same state: "his wife X", "her predecessor, X"."""
        if phrase.naming is None or party.person is None or party.country is not None:
            return
        k = phrase.naming.first - 1
        if k > 0 and view.words[k].text == ",":
            k -= 1
        if k < 1 or view.words[k].lower not in _OF_THE_SAME_HOME:
            return
        owner = self._counterpart_of(view, k)
        if owner is not None and owner is not party:
            party.country = party.person.country = owner.country

    def _counterpart_of(self, view: View, k: int) -> Party | None:
        """Whose counterpart the noun at `k` tells of: "his", "the Thai minister's", else the subject of the clause."""
        for m in range(k - 1, max(-1, k - 5), -1):
            word = view.words[m]
            if word.tag == "PRP$":
                return self._at(view, word)
            if word.tag == "POS" and m > 0:
                return self._at(view, view.words[m - 1])
        return None

    def _by_predicate(self, view: View, phrase: Phrase) -> Party | None:
        """The person of whom the sentence says the post: "she was Foreign Minister", "X served as ambassador"."""
        head = phrase.head
        if phrase.post is None:
            return None
        verb = head.head
        if (
            head.dep == "nsubj"
            and verb.lemma == "be"
            and " " in phrase.post.title
            and (attribute := verb.child_by("attr")) is not None
        ):
            return self._give(phrase, self._at(view, attribute), view, former=False)
        if head.dep not in ("attr", "pobj", "oprd"):
            return None
        if head.dep == "pobj":
            if verb.lower != "as" or verb.head is verb:
                return None
            verb = verb.head
            if verb.lemma not in _AS_VERBS:
                return None
        elif (
            head.dep == "attr"
            and verb.lemma not in ("be", "become")
            or head.dep == "oprd"
            and verb.lemma not in _AS_VERBS
        ):
            return None
        if head.child_by("acl", "relcl") is not None and view.words[phrase.first].lower in ("the", "first", "only"):
            return None  # "became the first president to visit" tells of a deed, not of a post
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
        is_open = person.country is None or person.person.is_assumed and person.country == self.roster.home
        if post.country and not former and is_open and post.country != person.country:
            person.person.posts = [
                (own, post.country if code == person.country else code, past) for own, code, past in person.person.posts
            ]
            person.country = person.person.country = country = post.country
        person.person.posts.append((post, country, former))
        if not former:
            person.keys.add(same_post(post.key))
        return person

    def _bearer(self, view: View, verb: Word) -> Party | None:
        """Whom a verb such as "served" or "named" gives a post: its object, else its subject."""
        is_active_giving = verb.lemma in _GIVING and not any(
            child.dep in ("auxpass", "nsubjpass") for child in verb.children
        )
        words = [
            child for child in verb.children if child.dep in (("dobj",) if is_active_giving else ("nsubj", "nsubjpass"))
        ]
        while not words and verb.dep in ("conj", "xcomp", "advcl") and verb.head is not verb:
            verb = verb.head
            words = [child for child in verb.children if child.dep in ("nsubj", "nsubjpass")]
        if not words and verb.dep in ("acl", "relcl"):
            words = [verb.head]
        if words and words[0].lower in ("who", "whom", "that") and verb.dep == "relcl":
            words = [verb.head]
        party = self._at(view, words[0]) if words else None
        return party if party is not None and party.kind == "person" else None

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

    @abstractmethod
    def _pronoun(self, view: View, phrase: Phrase) -> tuple[Party, ...]:
        """Whom a pronoun stands for."""
