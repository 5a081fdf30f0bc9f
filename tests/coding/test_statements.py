"""Statements of short reports: who says what, in which form, and what is no statement."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport, Statement

Coded = Callable[[str], CodedReport]

LEAD = (
    "Norwegian Foreign Minister Ingrid Solberg met Chilean Foreign Minister Pablo Reyes in Oslo on Monday for talks on "
    "bilateral relations. "
)


def told(coded: Coded, text: str) -> list[Statement]:
    """The statements of a report of two ministers that goes on with `text`."""
    return list(coded(LEAD + text).statements)


def words(statement: Statement, text: str) -> str:
    """The words stated, parts joined by a bar."""
    return " | ".join(span.of(LEAD + text) for span in statement.content)


CASES = [
    ("Solberg said that fish stocks have recovered.", "indirect", "state", "fish stocks have recovered"),
    ("Solberg urged both sides to open their ports.", "indirect", "urge", "to open their ports"),
    ("Solberg thanked Reyes for his hospitality.", "indirect", "thank", "for his hospitality"),
    ("Solberg called for a ban on deep-sea mining.", "indirect", "urge", "a ban on deep-sea mining"),
    ("Solberg expressed the hope that trade would grow.", "indirect", "hope", "trade would grow"),
    ("Solberg condemned the attack on the embassy.", "indirect", "criticise", "the attack on the embassy"),
    ("“The sea belongs to all of us,” Solberg said.", "direct", "state", "The sea belongs to all of us,"),
    ("Solberg called the accord “a gift to our children”.", "mixed", "praise", "the accord “a gift to our children”"),
    ("Norway, Solberg added, will open a consulate.", "indirect", "pledge", "Norway | will open a consulate"),
    ("The two ministers agreed to hold yearly talks.", "joint", "agree", "to hold yearly talks"),
    ("Solberg pledged to send two patrol ships.", "indirect", "pledge", "to send two patrol ships"),
    ("Solberg reaffirmed her support for the treaty.", "indirect", "reaffirm", "her support for the treaty"),
    ("Solberg expressed concern over the blockade.", "indirect", "concern", "over the blockade"),
    ("According to Reyes, the harbour will open in May.", "indirect", "state", "the harbour will open in May"),
    ("Solberg said Norway would build the pier.", "indirect", "pledge", "Norway would build the pier"),
    ("Reyes said Norway would build the pier.", "indirect", "state", "Norway would build the pier"),
    ("Solberg stressed her support for the treaty.", "indirect", "reaffirm", "her support for the treaty"),
    ("Solberg stressed the depth of the friendship.", "indirect", "praise", "the depth of the friendship"),
    ("Solberg conceded that trade had fallen.", "indirect", "state", "trade had fallen"),
    ("Solberg complained that ports stayed shut.", "indirect", "criticise", "ports stayed shut"),
    ("Solberg spoke highly of the crew.", "indirect", "praise", "of the crew"),
    ("Solberg dismissed the report as fiction.", "indirect", "reject", "the report as fiction"),
    ("Solberg proposed Chile open its market.", "indirect", "propose", "Chile open its market"),
    ("Solberg issued a warning over the reef.", "indirect", "warn", "over the reef"),
    ("Solberg stressed the need for calm in a phone call with the envoy.", "indirect", "urge", "the need for calm"),
    ("Solberg spoke out against the dam.", "indirect", "reject", "against the dam"),
    ("Reyes came out in favour of a joint patrol.", "indirect", "propose", "a joint patrol"),
    ("Solberg placed emphasis on the depth of the friendship.", "indirect", "praise", "on the depth of the friendship"),
    ("Solberg accused Chile of poaching in the bay.", "indirect", "criticise", "of poaching in the bay"),
    ("Solberg blamed Reyes for the delay.", "indirect", "criticise", "for the delay"),
    ("Solberg criticised the delay in the harbour works.", "indirect", "criticise", "the delay in the harbour works"),
    ("Solberg committed herself to opening the pier.", "indirect", "pledge", "to opening the pier"),
    ("Solberg lauded Chile as a model for the region.", "indirect", "praise", "Chile as a model for the region"),
    ("Solberg reinforced her support for the treaty.", "indirect", "reaffirm", "her support for the treaty"),
    ("Solberg expressed gratitude to Chile for its patience.", "indirect", "thank", "for its patience"),
    ("Solberg promised Chile a loan, a sum that Reyes called generous.", "indirect", "pledge", "a loan"),
    (
        "Solberg urged Chile to stop dredging, withdraw its ships and to share its charts.",
        "indirect",
        "urge",
        "to stop dredging, withdraw its ships and to share its charts",
    ),
    (
        "The ministers agreed on the need for a fund to save the reef.",
        "joint",
        "agree",
        "the need for a fund to save the reef",
    ),
    ("Solberg encouraged further efforts to clean the bay.", "indirect", "urge", "further efforts to clean the bay"),
    ("Solberg brushed off a warning from Lima.", "indirect", "reject", "a warning from Lima"),
    ("Solberg lashed out at the shipping firms.", "indirect", "criticise", "at the shipping firms"),
    ("Solberg said that Sweden had agreed to the ban.", "indirect", "state", "Sweden had agreed to the ban"),
    ("Solberg said that Norway had agreed to the ban.", "indirect", "agree", "Norway had agreed to the ban"),
    (
        "Solberg accepted an invitation to Lima, according to Chilean officials.",
        "indirect",
        "agree",
        "an invitation to Lima",
    ),
    (
        "Solberg said her office could no longer vouch that no fish had been sold.",
        "indirect",
        "state",
        "her office could no longer vouch that no fish had been sold",
    ),
    ("Solberg congratulated both coaches.", "indirect", "congratulate", "both coaches"),
    ("Reyes called for the strait to be reopened.", "indirect", "urge", "the strait to be reopened"),
    (
        "Solberg vowed in a televised speech that the pier would be built.",
        "indirect",
        "pledge",
        "the pier would be built",
    ),
    ("Solberg ended the visit with a call for calm.", "indirect", "urge", "for calm"),
    ("Solberg promised Chile two icebreakers.", "indirect", "pledge", "two icebreakers"),
    (
        "Solberg announced the ferry would sail in May, a day after the storm.",
        "indirect",
        "state",
        "the ferry would sail in May",
    ),
    ("Solberg dismissed reports that the ferry had sunk.", "indirect", "deny", "the ferry had sunk"),
    ("Reyes renewed his call for a fishing ban.", "indirect", "urge", "for a fishing ban"),
    (
        "Solberg said the loss was “hard, but the sea is wide”.",
        "mixed",
        "state",
        "the loss was “hard, but the sea is wide”",
    ),
]


def test_a_group_that_opens_with_we_speaks_as_one(coded: Coded) -> None:
    text = "We, the leaders of the G7, condemn the attack on Ukraine. We call on Russia to withdraw its forces."
    found = coded(text).statements
    assert [(s.act, s.form) for s in found] == [("criticise", "joint"), ("urge", "joint")]
    assert len({s.speaker_names for s in found}) == 1


def test_an_act_that_a_source_tells_of_is_the_actors_own(coded: Coded) -> None:
    found = told(coded, "Reyes thanked Solberg for her patience, the foreign ministry in Santiago said.")
    assert [(s.speaker_names, s.act) for s in found] == [(("Pablo Reyes",), "thank")]


VOICES = [
    ("Praise for the rescue came from Reyes.", [("praise", "Pablo Reyes")]),
    ("The accord, described by Reyes as a first step, was signed.", [("state", "Pablo Reyes")]),
    ("Reyes said trade had grown, while Solberg reaffirmed that the port would stay open.",
     [("state", "Pablo Reyes"), ("reaffirm", "Ingrid Solberg")]),
    ("Reyes asked for a fishing ban, which Solberg said would harm the coast.",
     [("ask", "Pablo Reyes"), ("state", "Ingrid Solberg")]),
    ("Reyes regretted that no wharf was built and blamed Oslo for the delay.",
     [("regret", "Pablo Reyes"), ("criticise", "Pablo Reyes")]),
    ("Solberg said ships would sail, with Reyes standing by. Expressing thanks to Reyes, she said trade would grow.",
     [("state", "Ingrid Solberg"), ("thank", "Ingrid Solberg"), ("state", "Ingrid Solberg")]),
    ("Solberg, who was accompanied by, among others, Eva Dahl and Jon Moe, invited Reyes to visit Bergen.",
     [("propose", "Ingrid Solberg")]),
    ("The case lies with the International Court of Justice. And the Court expressed concern about the reef.",
     [("concern", "International Court of Justice")]),
    ("Reyes told reporters the tolls were “unacceptable” and urged Oslo to lift them.",
     [("criticise", "Pablo Reyes"), ("urge", "Pablo Reyes")]),
    ("The ministers stressed the need to end the dispute and agreed to meet in Lima in May.",
     [("urge", "Ingrid Solberg"), ("agree", "Ingrid Solberg")]),
    ("In a phone call with the Swedish envoy Carl Ek, Reyes voiced dismay at the tolls.",
     [("concern", "Pablo Reyes")]),
    ("In a letter to Swedish Foreign Minister Maria Lund, the Chilean foreign minister noted the state of the reef.",
     [("state", "Pablo Reyes")]),
    ("Addressing Swedish Foreign Minister Maria Lund, the Norwegian foreign minister noted the state of the reef.",
     [("state", "Ingrid Solberg")]),
    ("The Norwegian Foreign Minister and Chilean Foreign Minister reaffirmed their commitment to the reef treaty.",
     [("reaffirm", "Ingrid Solberg")]),
    ("Solberg thanked Reyes for the patience Chile has shown and encouraged further talks on tolls.",
     [("thank", "Ingrid Solberg"), ("urge", "Ingrid Solberg")]),
    ("The wharf is full, a captain in the Chilean navy said.", [("state", "captain in the Chilean navy")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "voices"), VOICES)
def test_who_speaks(coded: Coded, text: str, voices: list[tuple[str, str]]) -> None:
    assert [(s.act, s.speaker_names[0]) for s in told(coded, text)] == voices


def test_the_paragraphs_of_a_decision_are_the_organs(coded: Coded) -> None:
    text = (
        "The Marine Council of the African Union adopted the following decision on the coast of Kenya and Somalia:\n\n"
        "1. Condemns the raids on fishing boats;\n\n2. Urges Kenya and Somalia to share their catch;\n\n"
        "3. Decides to meet again in May."
    )
    found = coded(text).statements
    assert [(s.act, s.form) for s in found] == [("criticise", "indirect"), ("urge", "indirect"), ("agree", "indirect")]
    assert all(s.speaker_names[0].startswith("Marine Council") for s in found)


@pytest.mark.parametrize(("text", "form", "act", "said"), CASES)
def test_a_statement_with_its_form_act_and_words(coded: Coded, text: str, form: str, act: str, said: str) -> None:
    found = told(coded, text)
    assert [words(statement, text) for statement in found] == [said]
    assert found[0].form == form
    assert found[0].act == act


@pytest.mark.parametrize(
    "text",
    [
        "The ministers discussed fisheries and trade.",
        "Solberg will urge both sides to open their ports.",
        "Solberg plans to thank Reyes for his help.",
        "They exchanged views on the Antarctic.",
        "Solberg briefed Reyes on the Arctic.",
        "If Solberg says no, the talks will end.",
        "Solberg did not say when she would travel.",
    ],
)
def test_what_is_no_statement(coded: Coded, text: str) -> None:
    assert told(coded, text) == []


def test_two_cues_give_two_statements(coded: Coded) -> None:
    text = "Solberg welcomed the truce and urged all parties to keep it, adding that Norway would send observers."
    assert [statement.act for statement in told(coded, text)] == ["welcome", "urge", "pledge"]


def test_a_quotation_with_the_cue_inside_is_one_statement(coded: Coded) -> None:
    text = "“The sea belongs to all of us,” Solberg said. “We must keep it clean.”"
    found = told(coded, text)
    assert [words(statement, text) for statement in found] == ["The sea belongs to all of us, | We must keep it clean."]


def test_somebody_who_relays_is_no_speaker(coded: Coded) -> None:
    text = "Reyes said that President Gabriel Boric hopes to visit Oslo."
    (statement,) = told(coded, text)
    assert statement.speaker_names == ("Gabriel Boric",)
    assert statement.reported_by == "Pablo Reyes"
    assert statement.act == "hope"


def test_domestic_reports_have_no_statements(coded: Coded) -> None:
    text = "Mayor Anna Lind said on Monday that the town would build a school. She thanked the teachers."
    assert coded(text).statements == ()


def test_every_statement_points_into_the_text(coded: Coded) -> None:
    text = LEAD + " ".join(case[0] for case in CASES)
    for statement in coded(text).statements:
        assert statement.content
        for span in (*statement.content, *([statement.cue] if statement.cue else [])):
            assert 0 <= span.start < span.end <= len(text)
        assert 0.5 <= statement.confidence <= 0.97
