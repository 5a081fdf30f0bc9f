"""Find the words that a report attributes to somebody: an Analysis and its events go in, statements come out."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from communique.coding.record import Act, Event, Form, Statement
from communique.coding.scope import is_diplomatic
from communique.coding.speech.acts import act_of_content, act_with_content, is_of_others
from communique.coding.speech.confidence import confidence_of
from communique.coding.speech.content import content_spans, fill_words
from communique.coding.speech.cues import find_cues
from communique.coding.speech.direct import DirectSpeech, find_direct_speech
from communique.coding.speech.forms import form_of
from communique.coding.speech.lexicon import cue_words, lemma_of
from communique.coding.speech.speaker_words import Speakers
from communique.coding.speech.speakers import SpeakerFinder
from communique.coding.speech.speech import Speech
from communique.coding.speech.speeches import arrange
from communique.coding.speech.turns import Turn, find_turns
from communique.coding.speech.voice import Voice, find_voice
from communique.language.analysis import Analysis
from communique.language.clauses import subjects
from communique.language.nations.countries import find_country_names, organisation_code
from communique.language.words import Word
from communique.report.span import Span


def find_statements(analysis: Analysis, events: tuple[Event, ...]) -> tuple[Statement, ...]:
    """Return the statements of the report in the order of the text, each tied to the event it was made at."""
    coder = _StatementCoder(analysis, events)
    parties = coder.voice.countries
    if len(parties) < 2 and not any(map(organisation_code, parties)) and not is_diplomatic(analysis, events):
        return ()
    found = sorted(coder.statements(), key=lambda statement: (statement.content[0].start, statement.content[0].end))
    return tuple(replace(statement, id=f"s{number}") for number, statement in enumerate(found, 1))


class _StatementCoder:
    """Codes the statements of one report."""

    def __init__(self, analysis: Analysis, events: Sequence[Event]) -> None:
        self.analysis = analysis
        self.events = events
        self.voice: Voice = find_voice(analysis)
        self.finder = SpeakerFinder(analysis, events, self.voice)

    def statements(self) -> Iterator[Statement]:
        """Yield statements: turns of a transcript, direct speech, then what cues report."""
        analysis = self.analysis
        turns, transcript = find_turns(analysis)
        closed = _words_within(transcript, analysis.words)
        closed |= {w.i for sentence in analysis.sentences if sentence.kind == "headline" for w in sentence.words}
        quotations = [q for q in analysis.quotations if q.first not in closed]
        direct = find_direct_speech(quotations, analysis.words)
        for speech in direct:
            closed.update(n for q in speech.quotations for n in range(q.first, q.stop))
            if speech.cue is not None:
                closed.add(speech.cue.i)
                closed.update(word.i for word in speech.cue.sentence.words if word.lower == "according")
        for turn in turns:
            yield from self._turn(turn)
        for speech in direct:
            yield from self._direct(speech)
        reported = arrange(find_cues(analysis.words, frozenset(closed)), self.finder.is_other_person)
        fill_words(reported, analysis.words, analysis.quotations)
        for one in reported:
            yield from self._reported(one)

    def _turn(self, turn: Turn) -> Iterator[Statement]:
        speakers = self.finder.find([turn.head], turn.label.start)
        if speakers is None:
            return
        opening = turn.content.of(self.analysis.report.text)
        yield self._statement(
            speakers,
            "direct",
            act_of_content(_first_sentence(opening)),
            cue=turn.label,
            content=(turn.content,),
            frame="turn",
        )

    def _direct(self, speech: DirectSpeech) -> Iterator[Statement]:
        at = speech.quotations[0].span.start
        speakers = self.finder.find(speech.speakers, at)
        if speakers is None:
            return
        text = self.analysis.report.text
        content = tuple(q.span for q in speech.quotations)
        inside = self.analysis.words[speech.quotations[0].first : speech.quotations[0].stop]
        head = next(
            (word for word in inside if word.pos in ("VERB", "AUX") and (word.is_root or word.dep == "ccomp")), None
        )
        act = self._cue_act(speech) or act_of_content(_first_sentence(content[0].of(text)), head, speakers.countries)
        yield self._statement(
            speakers, "direct", act, cue=speech.cue.span if speech.cue else None, content=content, frame="direct",
            addressee=speech.addressee, relay=[speech.relay] if speech.relay else [], carried=speech.carried,
        )  # fmt: skip

    def _cue_act(self, speech: DirectSpeech) -> Act | None:
        """What a specific cue beside a quotation does ("warned", "urged")."""
        if speech.cue is None:
            return None
        entries = cue_words().verbs.get(lemma_of(speech.cue), ())
        acts = [entry.act for entry in entries if "quote" in entry.frames]
        return cast(Act, acts[0]) if acts and acts[0] != "content" else None

    def _reported(self, speech: Speech) -> Iterator[Statement]:
        analysis, cue = self.analysis, speech.cue
        if not speech.words:
            return
        at = cue.word.start
        speakers = self.finder.find(speech.speakers, at) if speech.speakers else None
        if self.voice.kind == "organ" or (speakers is None and not speech.speakers):
            speakers = self.finder.unspoken(cue.word) or speakers
        if speakers is None and cue.impersonal:
            others = subjects(cue.head) if cue.head is not None and cue.act != "agree" else ()
            speakers = self.finder.parties(at, but=others)
        if speakers is None or not _is_performed(speech, speakers, self.voice):
            return
        self.finder.last = speakers
        content = content_spans(speech.words, analysis.words)
        text = analysis.report.text
        words = " ".join(span.of(text) for span in content)
        act = (
            act_of_content(words, speech.head, speakers.countries)
            if (speech.act or cue.act) == "content" or (speech.act and is_of_others(speech.head, speakers.countries))
            else cast(Act, speech.act or cue.act)
        )
        act = act_with_content(act, words)
        form = form_of(speech, speakers, content, analysis)
        span = Span(analysis.words[cue.first].start, analysis.words[cue.stop - 1].end)
        yield self._statement(
            speakers,
            form,
            act,
            cue=span,
            content=content,
            frame=cue.frame,
            addressee=cue.addressee,
            relay=speech.outer.speakers if speech.outer else [],
        )

    def _statement(
        self, speakers: Speakers, form: Form, act: Act, *, cue: Span | None, content: tuple[Span, ...], frame: str,
        addressee: Word | None = None, relay: Sequence[Word] = (), carried: bool = False,
    ) -> Statement:  # fmt: skip
        words = _words_of(content, self.analysis.words)
        about = tuple(
            dict.fromkeys(name.country for name in find_country_names(words) if name.country not in speakers.countries)
        )
        return Statement(
            id="", speakers=speakers.actors, speaker_names=speakers.names, form=form, act=act, cue=cue, content=content,
            addressee=self._named(addressee), reported_by=self._reporter(speakers, relay, form),
            event=self._occasion(speakers, content[0].start), countries=about,
            confidence=confidence_of(frame, form, known=bool(speakers.actors), words=len(words), carried=carried),
        )  # fmt: skip

    def _named(self, word: Word | None) -> str | None:
        if word is None:
            return None
        found = self.finder.find([word], word.start)
        return " and ".join(found.names) if found is not None and found.names else word.text

    def _reporter(self, speakers: Speakers, relay: Sequence[Word], form: Form) -> str | None:
        if relay:
            found = self.finder.find(relay, relay[0].start)
            if found is not None and found.names:
                return found.names[0]
        if (
            self.voice.kind == "author"
            and form != "direct"
            and not speakers.first_person
            and speakers.names != self.voice.names
        ):
            return self.voice.names[0]
        return None

    def _occasion(self, speakers: Speakers, at: int) -> str | None:
        """The nearest event told before the words in which a speaker takes part."""
        for event in sorted(self.events, key=lambda event: event.trigger.start, reverse=True):
            if event.trigger.start > at or event.status not in ("held", "under way") or event.background:
                continue
            if any(participant.actor in speakers.actors for participant in event.participants):
                return event.id
        return None


def _is_performed(speech: Speech, speakers: Speakers, voice: Voice) -> bool:
    """Whether a first person does in words what is said ("we condemn"); "we think", "as I said" are mere talk.

    Where the outlet itself says "we", in a release or a press call, only a specific act counts.
    """
    verb = speech.cue.verb
    if verb is not None and verb.voice == "third" and speakers.first_person:
        return False
    if speakers.outlet and (speech.cue.act == "content" or voice.is_talk):
        return False
    return not (verb is not None and verb.voice == "first" and not speakers.first_person and voice.kind != "joint")


def _words_of(content: Sequence[Span], words: Sequence[Word]) -> Sequence[Word]:
    """The words from the first to the last character of what is said."""
    first = bisect_left(words, content[0].start, key=lambda word: word.start)
    return words[first : bisect_left(words, content[-1].end, lo=first, key=lambda word: word.start)]


def _words_within(spans: Sequence[Span], words: Sequence[Word]) -> set[int]:
    if not spans:
        return set()
    return {word.i for word in words if any(span.start <= word.start < span.end for span in spans)}


def _first_sentence(text: str) -> str:
    for place, character in enumerate(text):
        if character in ".!?" and place > 20 and text[place + 1 : place + 2] in (" ", "\n", ""):
            return text[: place + 1]
    return text
