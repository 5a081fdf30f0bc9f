"""Find whom a pronoun stands for: the party before it that fits in number and gender and stands out most."""

from collections.abc import Iterable

from communique.language.people.noun_phrases import Phrase
from communique.language.people.roster import Party, Sighting
from communique.language.words import Word

FEMALE = frozenset({"she", "her", "hers", "herself"})
MALE = frozenset({"he", "him", "his", "himself"})
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
FIRST = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "ourselves"})
POSSESSIVE = frozenset({"his", "her", "its", "their"})
REACH = 4  # sentences that a pronoun looks back over


def find_antecedent(phrase: Phrase, sentence: int, parties: Iterable[Party]) -> Party | None:
    """The individual that "he" or "she" stands for."""
    gender = "f" if phrase.noun in FEMALE else "m"
    antecedent = _relative_antecedent(phrase.head) or _addressed(phrase.head) or _joined(phrase.head)
    antecedent = antecedent or _coming_subject(phrase.head)
    best: Party | None = None
    best_score = -100.0
    for party in parties:
        if not party.is_individual or (party.gender and party.gender != gender):
            continue
        score = _score(party, phrase, sentence)
        if party.person is not None and antecedent is not None and antecedent > phrase.head.i:
            ends = [naming.view.words[naming.name.stop - 1] for naming in party.person.namings]
            score = 2.0 if any(_heads(word, antecedent) for word in ends) else score
        if score is None:
            continue
        if antecedent is not None and any(seen.word == antecedent for seen in party.sightings[-4:]):
            score += 3.0
        if party.gender is None:
            score -= 1.5 if gender == "f" else 0.2
        if party.kind == "office":
            score -= 0.5
        if score > best_score:
            best, best_score = party, score
    return best


_TO_ANOTHER = frozenset("thank congratulate praise commend applaud wish invite ask urge condole compliment".split())


def _addressed(word: Word) -> int | None:
    """The object whose own deed or good a verb of courtesy tells: "thanked the envoy for his work"."""
    if word.tag != "PRP$":
        return None
    preps = [above for above in word.ancestors() if above.dep == "prep" and above.lower in ("for", "on", "upon")]
    if not preps or preps[-1].head.lemma not in _TO_ANOTHER:
        return None
    thanked = preps[-1].head.child_by("dobj", "dative")
    return thanked.i if thanked is not None and thanked.i < word.i else None


def _joined(word: Word) -> int | None:
    """The person whom "and" joins to somebody of his own: "X and his counterpart Y", "the envoy and his delegation"."""
    if word.tag != "PRP$":
        return None
    noun = word.head
    while noun.dep == "compound" and noun.head is not noun:
        noun = noun.head
    if noun.dep != "conj" or noun.head.pos not in ("PROPN", "NOUN") or word.i == word.sentence.words[0].i:
        return None
    opener = word.sentence.words[word.i - word.sentence.words[0].i - 1]
    return noun.head.i if opener.lower in ("and", "with") else None


def _coming_subject(word: Word) -> int | None:
    """The subject behind an opening phrase with "his": "In her remarks, Ann Lee praised …"."""
    if word.tag != "PRP$" or word.i - word.sentence.words[0].i > 4:
        return None
    root = word.sentence.root
    subject = root.child_by("nsubj", "nsubjpass")
    if subject is None or subject.i < word.i or subject.entity != "PERSON":
        return None
    is_inside = any(above.dep in ("prep", "advcl") and above.head is root for above in word.ancestors())
    return subject.i if is_inside else None


def _heads(word: Word, place: int) -> bool:
    return word.i == place or word.head.i == place


def _relative_antecedent(word: Word) -> int | None:
    """The noun that the relative clause around a pronoun hangs on: "the envoy, who cut short his trip"."""
    for above in word.ancestors():
        if above.dep == "relcl":
            subject = above.child_by("nsubj", "nsubjpass")
            return (
                above.head.i
                if subject is not None and subject.lower in ("who", "that") and subject is not word
                else None
            )
        if above.dep in ("ccomp", "ROOT", "advcl"):
            return None
    return None


def find_thing(phrase: Phrase, sentence: int, parties: Iterable[Party]) -> Party | None:
    """The state, organisation or body that "it" or "its" stands for."""
    best: Party | None = None
    best_score = -100.0
    for party in parties:
        if party.kind not in ("state", "organisation", "body"):
            continue
        score = _score(party, phrase, sentence)
        if score is not None and score > best_score:
            best, best_score = party, score
    return best if best_score > -5 else None


def _score(party: Party, phrase: Phrase, sentence: int) -> float | None:
    """How much a party stands out at a pronoun; `None` where it cannot be meant."""
    seen = _last_before(party, phrase.head.i)
    if seen is None or sentence - seen.sentence > REACH:
        return None
    gap = sentence - seen.sentence
    if gap == 0 and _is_of_opening(phrase.head, seen.word):
        return None
    score = -3.0 * gap
    if seen.is_subject:
        score += 2.2 if seen.is_main else 1.2
    if gap == 0:
        if phrase.noun in ("he", "she", "it") and phrase.head.dep in ("nsubj", "nsubjpass") and seen.is_subject:
            score += 0.5
        if (
            phrase.noun in ("him", "her", "it")
            and phrase.head.dep in ("dobj", "pobj", "dative")
            and _same_clause(phrase, seen)
        ):
            return None
        score += 0.01 * (seen.word - phrase.head.i) / 10
    else:
        score += 0.001 * (seen.word - phrase.head.i) / 10
    earlier = sum(1 for other in party.sightings[-6:] if 0 <= sentence - other.sentence <= 2 and other.is_subject)
    return score + 0.15 * earlier


def _is_of_opening(pronoun: Word, place: int) -> bool:
    """Whether a word is an object in a phrase that opens the clause of a subject pronoun: "Thanking X, he said"."""
    if pronoun.dep not in ("nsubj", "nsubjpass"):
        return False
    verb, words = pronoun.head, pronoun.sentence.words
    base = words[0].i
    if not 0 <= place - base < len(words):
        return False
    word = words[place - base]
    while word.dep == "conj" and word.head.pos in ("NOUN", "PROPN"):
        word = word.head
    if word.dep not in ("pobj", "dobj", "dative"):
        return False
    above = word
    while above.head is not above and above.head is not verb:
        if above.dep in ("relcl", "ccomp") or above.child_by("nsubj", "nsubjpass") is not None:
            return False
        above = above.head
    is_bare = above.child_by("nsubj", "nsubjpass") is None
    return above.head is verb and above.i < pronoun.i and is_bare and above.dep in ("prep", "advcl")


def _last_before(party: Party, word: int) -> Sighting | None:
    """The sighting that matters: the last before the word, a subject of the same sentence rather than another."""
    last: Sighting | None = None
    for seen in reversed(party.sightings):
        if seen.word >= word:
            continue
        if last is None:
            last = seen
            if seen.is_subject:
                return seen
        elif seen.sentence != last.sentence:
            return last
        elif seen.is_subject:
            return seen
    return last


def acting_on(word: Word) -> set[int]:
    """The subjects of the verb that `word` is an object of: "Ann received the guest" keeps Ann from being the guest."""
    above = word
    while above.dep == "conj" and above.head.pos in ("NOUN", "PROPN"):
        above = above.head
    if above.dep not in ("dobj", "dative", "pobj") or above.dep == "pobj" and above.head.lower in ("as", "like"):
        return set()
    verb = above.head if above.dep != "pobj" else above.head.head
    if verb.pos == "NOUN" and verb.dep == "dobj":  # "hosted a dinner for the guest"
        verb = verb.head
    if verb.pos != "VERB":
        return set()
    while verb.child_by("nsubj", "nsubjpass") is None and verb.dep == "conj" and verb.head is not verb:
        verb = verb.head
    subject = verb.child_by("nsubj")
    if subject is None:
        return set()
    found = {subject.i}
    for child in subject.children:
        if child.dep == "conj":
            found.add(child.i)
    return found


def _same_clause(phrase: Phrase, seen: Sighting) -> bool:
    """Whether the party is the subject of the very verb that the pronoun is an object of."""
    if not seen.is_subject:
        return False
    verb: Word = phrase.head
    while verb.head is not verb and verb.pos not in ("VERB", "AUX"):
        verb = verb.head
    while True:
        if any(child.i == seen.word for child in verb.children_by("nsubj", "nsubjpass")):
            return True
        if verb.dep not in ("conj", "xcomp") or verb.child_by("nsubj", "nsubjpass") is not None or verb.head is verb:
            return False
        verb = verb.head
