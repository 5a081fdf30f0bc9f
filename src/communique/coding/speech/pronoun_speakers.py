"""Tell that "he said" is not the person named beside it: a pronoun goes in, the actor it must stand for comes out."""

from collections.abc import Sequence

from communique.language.analysis import Analysis
from communique.language.clauses import subjects
from communique.language.words import Sentence, Word


def other_than_beside(pronoun: Word, actors: Sequence[str], analysis: Analysis) -> str | None:
    """Who "he" is where the person it was taken for cannot be: "thanking Rossi, he said", "Rossi, to whom he said".

    It is then whoever the sentence before has for its subject. So it is behind a sentence that names the person only
    beside its subject: "Solberg told reporters, with Rossi standing by. He …". None where nothing speaks against it.
    """
    sentence = pronoun.sentence
    if pronoun.lower not in ("he", "she") or len(actors) != 1 or not sentence.index:
        return None
    before = analysis.sentences[sentence.index - 1]
    beside = _stands_beside(pronoun, actors[0], analysis)
    opens = pronoun.i - sentence.words[0].i <= 1
    if before.paragraph != sentence.paragraph or not (beside or opens):
        return None
    leader = _leader(before, analysis)
    if leader is None or leader == actors[0]:
        return None
    return leader if beside or _is_attending(actors[0], before, analysis) else None


def _leader(sentence: Sentence, analysis: Analysis) -> str | None:
    """The person who is the subject of the sentence."""
    root = next((word for word in sentence.words if word.is_root and word.pos in ("VERB", "AUX")), None)
    for head in subjects(root) if root is not None else ():
        mention = analysis.mention_at(head)
        if mention is not None and len(mention.actors) == 1 and analysis.actors[mention.actors[0]].kind == "person":
            return mention.actors[0]
    return None


def _stands_beside(pronoun: Word, actor: str, analysis: Analysis) -> bool:
    """Whether the actor is named in a participle or phrase of the pronoun's own clause, or is the "whom" of it."""
    verb = pronoun.head
    whom = verb.dep == "relcl" and any(w.lower == "whom" and w.i < pronoun.i for w in verb.sentence.words)
    for word in pronoun.sentence.words:
        if word.i >= pronoun.i:
            break
        mention = analysis.mention_at(word)
        if mention is None or actor not in mention.actors or word.dep in ("nsubj", "nsubjpass", "poss"):
            continue
        above = word
        while above.head is not above and above.head is not verb:
            above = above.head
        if whom or (above.head is verb and above.dep in ("advcl", "prep") and word.dep in ("pobj", "dobj")):
            return True
    return False


def _is_attending(actor: str, sentence: Sentence, analysis: Analysis) -> bool:
    """Whether the sentence names the actor in a phrase beside its own subject: "with Rossi standing by"."""
    for word in sentence.words:
        if word.dep == "nsubj" and word.head.tag == "VBG" and word.head.dep == "pcomp":
            mention = analysis.mention_at(word)
            if mention is not None and actor in mention.actors:
                return True
    return False
