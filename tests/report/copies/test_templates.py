"""Reports that follow one form and tell different things are no copies of each other.

A form is filled twice; the marks stand for what one event has and the other has not. All of it is made up.
"""

import pytest

from communique.report.copies import compare, is_copy

CONDOLENCES = (
    "The President sent a message of condolence to the {office} of {country}, {name}, over the {disaster} that "
    "cost many lives. In the message he conveyed words of sympathy and support to the families of the victims "
    "and wished all those injured a speedy recovery. The people of our country share the grief of their friends "
    "in {country}, he wrote."
)
GREETINGS = (
    "The Minister congratulated {name} on the national day of {country}. He noted that relations between the two "
    "countries have been growing in a spirit of friendship and mutual respect, and voiced confidence that by "
    "joint effort the cooperation in trade, culture and education will be taken further for the good of both "
    "peoples. He wished {name} good health and the people of {country} well-being and prosperity."
)
CALL = (
    "The following is attributable to the spokesperson: The Secretary spoke today with {office} {name}. The "
    "Secretary and {name} discussed {topic} and reaffirmed the strength of the partnership between our two "
    "nations. They agreed to stay in close contact in the weeks ahead and to consult on regional security, and "
    "the Secretary underlined our steady support for the sovereignty and territorial integrity of {country}."
)
MEETING = (
    "Foreign Minister Anna Holm received {name}, the Ambassador of {country}, on {day}. The two sides reviewed "
    "the state of bilateral relations and exchanged views on current regional and international questions. The "
    "Minister spoke for further work on the legal base of cooperation and thanked the Ambassador for his active "
    "work. The Ambassador thanked the Minister for the warm welcome and confirmed his readiness to go on with "
    "the dialogue."
)
SCHEDULE = (
    "The Secretary has no public appointments.\nThe Deputy Secretary attends meetings and briefings at the "
    "Department.\n{time} a.m. The Under Secretary meets with {name} of {country} at the Department.\n(CLOSED "
    "PRESS COVERAGE)\nThe Counselor is on foreign travel and returns at the end of the week.\nThe Assistant "
    "Secretary for Economic Affairs attends meetings and briefings at the Department.\n2:00 p.m. Department "
    "press briefing with the spokesperson, to be streamed live on the website of the Department."
)
EXTENSION = (
    "The Council {verb} today to extend the restrictive measures against those who undermine the peace process "
    "by a further {months} months, until {until}. The measures consist of a ban on travel and a freeze of "
    "assets, and it is forbidden to make funds available to those listed. The list now comprises {number} "
    "persons and nine entities. The Council will keep the measures under constant review and stands ready to "
    "change them in the light of what happens on the ground."
)
TALKS = (
    "VIENNA (Reuters) - Negotiators of {one} and {other} ended the {round} round of talks on the border {result} "
    "on {day}, officials said. The talks, which are held behind closed doors at a hotel by the river, are led by "
    "deputy foreign ministers and are meant to prepare a meeting of the leaders. Both delegations described the "
    "mood as businesslike. The mediators said that the parties had gone through all chapters of the draft and "
    "would report to their capitals."
)
ARRIVAL = (
    "The President arrived in {place} on {kind}. At the airport he was met by the governor of the region and "
    "members of the diplomatic corps. A guard of honour was lined up along the red carpet. The programme of the "
    "visit includes talks in a narrow circle and with the delegations, the signing of documents and statements "
    "to the press, followed by a reception given in honour of the guest."
)

_CALL = {"office": "Foreign Minister", "name": "Petrescu", "topic": "energy security", "country": "Moldova"}
_MEETING = {"name": "Tomas Lind", "country": "Sweden", "day": "Monday"}
_EXTENSION = {"verb": "agreed", "months": "six", "until": "31 July", "number": "27"}
_TALKS = {"one": "Armenia", "other": "Azerbaijan", "round": "second", "result": "with no result", "day": "Friday"}
_SCHEDULE = {"time": "9:30", "name": "Foreign Minister Ibrahimov", "country": "Uzbekistan"}
_FLOOD = {"office": "President", "country": "Indonesia", "name": "Budi Santoso", "disaster": "floods in Java"}

# what differs, the form, what fills it once, what fills it the other time
FILLED: tuple[tuple[str, str, dict[str, str], dict[str, str]], ...] = (
    ("condolences to another country", CONDOLENCES, _FLOOD,
     {"office": "King", "country": "Morocco", "name": "Mohammed", "disaster": "earthquake in the south"}),
    ("condolences over another disaster", CONDOLENCES, _FLOOD, _FLOOD | {"disaster": "air crash near Medan"}),
    ("greetings to another country", GREETINGS, {"name": "Maria Silva", "country": "Portugal"},
     {"name": "Ola Berg", "country": "Norway"}),
    ("greetings to a successor", GREETINGS, {"name": "Maria Silva", "country": "Portugal"},
     {"name": "Rui Costa", "country": "Portugal"}),
    ("a call to another minister", CALL, _CALL, _CALL | {"name": "Kovalenko", "country": "Ukraine"}),
    ("a call to the prime minister as well", CALL, _CALL, _CALL | {"office": "Prime Minister", "name": "Munteanu"}),
    ("a call on other business", CALL, _CALL,
     _CALL | {"topic": "the release of those held since the spring and the coming conference of donors in Paris"}),
    ("another ambassador", MEETING, _MEETING, {"name": "Jan Novak", "country": "Slovakia", "day": "Monday"}),
    ("another day", MEETING, _MEETING, _MEETING | {"day": "Thursday"}),
    ("another ambassador of the same country", MEETING, _MEETING, _MEETING | {"name": "Karin Ek"}),
    ("the schedule of the next day", SCHEDULE, _SCHEDULE,
     {"time": "11:15", "name": "Ambassador Ferreira", "country": "Brazil"}),
    ("the same guest at another hour", SCHEDULE, _SCHEDULE, _SCHEDULE | {"time": "10:45"}),
    ("measures extended for longer", EXTENSION, _EXTENSION, _EXTENSION | {"months": "twelve"}),
    ("measures extended anew", EXTENSION, _EXTENSION, _EXTENSION | {"until": "31 January"}),
    ("measures on more persons", EXTENSION, _EXTENSION, _EXTENSION | {"number": "41"}),
    ("measures not extended", EXTENSION, _EXTENSION, _EXTENSION | {"verb": "did not agree"}),
    ("talks of other parties", TALKS, _TALKS, _TALKS | {"one": "Serbia", "other": "Kosovo"}),
    ("the next day of the talks", TALKS, _TALKS, _TALKS | {"day": "Saturday"}),
    ("talks with another result", TALKS, _TALKS, _TALKS | {"result": "without agreement but with a date for more"}),
    ("a visit to another city", ARRIVAL, {"place": "Hanoi", "kind": "a state visit"},
     {"place": "Jakarta", "kind": "a state visit"}),
)  # fmt: skip

PAIRS: dict[str, tuple[str, str]] = {
    what: (form.format(**one), form.format(**other)) for what, form, one, other in FILLED
}


@pytest.mark.parametrize("what", PAIRS)
def test_one_form_filled_twice_makes_no_copy(what: str) -> None:
    one, other = PAIRS[what]
    found = compare(one, other)
    assert not found.is_copy, found
    assert found.contained > 0.5, "the pair is no test: too little is the same"


@pytest.mark.parametrize("what", PAIRS)
def test_the_same_form_filled_in_the_same_way_is_a_copy(what: str) -> None:
    one, _ = PAIRS[what]
    assert is_copy(one, f"Another headline\n\n{one}\n\n(End)", days_apart=1)


# what differs, words of the form, what another outlet made of them
SPELLINGS = [
    ("a name spelled in another way", CALL, ("Petrescu", "Petresku")),
    ("a number in words", EXTENSION, ("nine", "9")),
    ("British spelling", ARRIVAL, ("programme", "program")),
    ("brackets set close", ARRIVAL, ("Hanoi on", "Hanoi(Vietnam)on")),
]
_ALL = _CALL | _EXTENSION | {"place": "Hanoi", "kind": "a state visit"}


@pytest.mark.parametrize(("what", "form", "edit"), SPELLINGS, ids=[what for what, _, _ in SPELLINGS])
def test_spellings_raise_no_doubt(what: str, form: str, edit: tuple[str, str]) -> None:
    text = form.format(**_ALL)
    edited = text.replace(*edit)
    assert edited != text
    assert is_copy(text, edited)


def test_doubts_and_the_reason_name_the_facts() -> None:
    found = compare(*PAIRS["measures on more persons"])
    assert found.doubts == ("27 / 41",)
    assert found.reason == "other facts in the same sentences: 27 / 41"
    assert found.shared > 0.95


def test_short_and_empty_texts_are_copies_only_where_all_words_are_the_same() -> None:
    assert is_copy("The talks ended.", "THE TALKS  ENDED")
    assert not is_copy("The talks ended.", "The talks ended today.")
    assert not is_copy("", "")
    assert not is_copy("The talks ended.", "---")


def test_a_sentence_out_of_a_long_report_is_no_copy_of_it() -> None:
    text = " ".join(one for one, _ in PAIRS.values())
    assert compare(text, PAIRS["another day"][0]).reason == "one is far longer than the other"
