"""Encounters and messages are found in whatever words tell them, with those who take part in their roles."""

from collections.abc import Callable

import pytest

from communique.coding.record import CodedReport

Coded = Callable[[str], CodedReport]

TOLD = [
    (
        "Portuguese President Ana Costa received on Monday in Lisbon Chilean Foreign Minister Pedro Rojas.",
        "meeting",
        "Costa:host Rojas:guest",
    ),
    (
        "Portuguese President Ana Costa received in audience Chilean Foreign Minister Pedro Rojas.",
        "meeting",
        "Costa:host Rojas:guest",
    ),
    (
        "Chilean Foreign Minister Pedro Rojas was granted an audience by Portuguese President Ana Costa.",
        "meeting",
        "Costa:host Rojas:guest",
    ),
    (
        "Chilean Foreign Minister Pedro Rojas made a farewell call on Portuguese President Ana Costa on Friday.",
        "meeting",
        "Costa:host Rojas:guest",
    ),
    (
        "Chilean Foreign Minister Pedro Rojas had an audience with Portuguese President Ana Costa on Friday.",
        "meeting",
        "Costa:host Rojas:guest",
    ),
    (
        "Chilean President Pedro Rojas conferred with Portuguese President Ana Costa in Vienna on Friday.",
        "meeting",
        "Costa:participant Rojas:participant",
    ),
    (
        "Chilean President Pedro Rojas sat down Friday in Vienna with Portuguese President Ana Costa.",
        "meeting",
        "Costa:participant Rojas:participant",
    ),
    (
        "Chilean President Pedro Rojas held talks via video link with Portuguese President Ana Costa on Friday.",
        "meeting",
        "Costa:participant Rojas:participant",
    ),
    (
        "Chilean President Pedro Rojas met by video conference with Portuguese President Ana Costa on Friday.",
        "meeting",
        "Costa:participant Rojas:participant",
    ),
    (
        "Chilean President Pedro Rojas and Portuguese President Ana Costa held a video conference on Friday.",
        "meeting",
        "Costa:participant Rojas:participant",
    ),
    (
        "Portuguese President Ana Costa hosted Chilean President Pedro Rojas for talks in Lisbon on Friday.",
        "meeting",
        "Costa:host Rojas:guest",
    ),
    (
        "Portuguese President Ana Costa hosted talks with Chilean President Pedro Rojas in Lisbon on Friday.",
        "meeting",
        "Costa:host Rojas:guest",
    ),
    (
        "Chilean President Pedro Rojas voiced regret to Portuguese President Ana Costa in a phone call on Friday.",
        "call",
        "Costa:participant Rojas:participant",
    ),
    (
        "Chilean President Pedro Rojas rang Portuguese President Ana Costa on Friday.",
        "call",
        "Costa:participant Rojas:participant",
    ),
    (
        "Chilean President Pedro Rojas called Portuguese President Ana Costa on Friday to offer help.",
        "call",
        "Costa:participant Rojas:participant",
    ),
    (
        "Chilean President Pedro Rojas was on the phone with Portuguese President Ana Costa on Friday.",
        "call",
        "Costa:participant Rojas:participant",
    ),
    (
        "Chilean President Pedro Rojas discussed the crisis by phone with Portuguese President Ana Costa on Friday.",
        "call",
        "Costa:participant Rojas:participant",
    ),
    (
        "Chilean President Pedro Rojas held on Friday telephone talks with Portuguese President Ana Costa.",
        "call",
        "Costa:participant Rojas:participant",
    ),
    (
        "Chilean President Pedro Rojas received a telephone call from Portuguese President Ana Costa on Friday.",
        "call",
        "Costa:participant Rojas:participant",
    ),
    (
        "During a call with Portuguese President Ana Costa, Chilean President Pedro Rojas reiterated his support.",
        "call",
        "Costa:participant Rojas:participant",
    ),
    (
        "Chilean President Pedro Rojas and Portuguese President Ana Costa talked on the telephone on Friday.",
        "call",
        "Costa:participant Rojas:participant",
    ),
    (
        "Chilean President Pedro Rojas telephoned Portuguese President Ana Costa on Friday.",
        "call",
        "Costa:participant Rojas:participant",
    ),
    (
        "Chilean President Pedro Rojas got a call from Portuguese President Ana Costa on Friday.",
        "call",
        "Costa:participant Rojas:participant",
    ),
    (
        "Chilean President Pedro Rojas placed a call to Portuguese President Ana Costa on Friday.",
        "call",
        "Costa:participant Rojas:participant",
    ),
    (
        "Chilean President Pedro Rojas made a phone call to Portuguese President Ana Costa on Friday.",
        "call",
        "Costa:participant Rojas:participant",
    ),
    (
        "Delegations of Chad and Sudan sat down in Geneva on Monday for talks on the border.",
        "negotiation",
        "Chad:participant Sudan:participant",
    ),
    (
        "Peace talks between Chad and Sudan broke down in Geneva on Monday.",
        "negotiation",
        "Chad:participant Sudan:participant",
    ),
    (
        "Chad and Sudan wrapped up the third round of talks on the border in Geneva on Monday without result.",
        "negotiation",
        "Chad:participant Sudan:participant",
    ),
    (
        "Chad and Sudan have resumed negotiations on the border in Geneva.",
        "negotiation",
        "Chad:participant Sudan:participant",
    ),
    (
        "Chad and Sudan returned to the negotiating table in Geneva on Monday.",
        "negotiation",
        "Chad:participant Sudan:participant",
    ),
    (
        "Chad opened negotiations with Sudan on the border in Geneva on Monday.",
        "negotiation",
        "Chad:participant Sudan:participant",
    ),
    (
        "Chad and Sudan will reopen a dialogue on the border next month.",
        "negotiation",
        "Chad:participant Sudan:participant",
    ),
    (
        "Proximity talks between Chad and Sudan opened in Geneva on Monday.",
        "negotiation",
        "Chad:participant Sudan:participant",
    ),
    (
        "Chad and Sudan held a fresh round of indirect talks in Muscat on Monday.",
        "negotiation",
        "Chad:participant Sudan:participant",
    ),
    ("Chad broke off talks with Sudan on the border on Monday.", "negotiation", "Chad:participant Sudan:participant"),
    ("Border talks between Chad and Sudan collapsed on Monday.", "negotiation", "Chad:participant Sudan:participant"),
    ("Norway is mediating between Chad and Sudan.", "mediation", "Norway:mediator Chad:participant Sudan:participant"),
    (
        "Norwegian-mediated talks between Chad and Sudan opened in Oslo on Monday.",
        "mediation",
        "Norway:mediator Chad:participant Sudan:participant",
    ),
    (
        "Chad and Sudan signed a Norway-brokered ceasefire on Monday.",
        "mediation",
        "Norway:mediator Chad:participant Sudan:participant",
    ),
    (
        "Chad and Sudan agreed to a truce brokered by Norway on Monday.",
        "mediation",
        "Norway:mediator Chad:participant Sudan:participant",
    ),
    (
        "Talks between Chad and Sudan, mediated by Norway, opened in Oslo on Monday.",
        "mediation",
        "Norway:mediator Chad:participant Sudan:participant",
    ),
    (
        "Talks between Chad and Sudan opened in Oslo on Monday under the auspices of Norway.",
        "mediation",
        "Norway:mediator Chad:participant Sudan:participant",
    ),
    (
        "Norwegian envoy Lars Holm shuttled between Chad and Sudan on Monday.",
        "mediation",
        "Holm:mediator Chad:participant Sudan:participant",
    ),
    ("Norwegian envoy Lars Holm offered his good offices to Chad and Sudan on Monday.", "mediation", "Holm:mediator"),
    ("Norway offered to mediate between Chad and Sudan on Monday.", "mediation", "Norway:mediator"),
    (
        "The agreement, which was brokered by Norwegian envoy Lars Holm, ended the war between Chad and Sudan.",
        "mediation",
        "Holm:mediator",
    ),
    (
        "Norwegian envoy Lars Holm, whose good offices between Chad and Sudan helped to end the war, was there.",
        "mediation",
        "Holm:mediator Chad:participant",
    ),
    ("Norwegian envoy Lars Holm had brokered it between Chad and Sudan.", "mediation", "Holm:mediator"),
    (
        "Norwegian Foreign Minister Lars Holm played a mediating role between Chad and Sudan.",
        "mediation",
        "Holm:mediator",
    ),
    (
        "In a message from New York, Chilean President Pedro Rojas congratulated Portuguese President Ana Costa.",
        "message",
        "Costa:recipient Rojas:sender",
    ),
    (
        "Chilean President Pedro Rojas congratulated Portuguese President Ana Costa in a telegram on Friday.",
        "message",
        "Costa:recipient Rojas:sender",
    ),
    (
        "Chilean President Pedro Rojas cabled congratulations to Portuguese President Ana Costa on Friday.",
        "message",
        "Costa:recipient Rojas:sender",
    ),
    (
        "Chilean President Pedro Rojas wrote to Portuguese President Ana Costa on Friday.",
        "message",
        "Costa:recipient Rojas:sender",
    ),
    (
        "Chilean President Pedro Rojas sent a letter of condolence to Portuguese President Ana Costa on Friday.",
        "message",
        "Costa:recipient Rojas:sender",
    ),
    (
        "A letter from Chilean President Pedro Rojas was handed to Portuguese President Ana Costa on Friday.",
        "message",
        "Costa:recipient Rojas:sender",
    ),
    (
        "In a letter addressed to Portuguese President Ana Costa, Chilean President Pedro Rojas proposed talks.",
        "message",
        "Costa:recipient Rojas:sender",
    ),
    (
        "Chilean President Pedro Rojas offered condolences to Portuguese President Ana Costa in a letter.",
        "message",
        "Costa:recipient Rojas:sender",
    ),
    (
        "Chilean President Pedro Rojas replied to a letter of Portuguese President Ana Costa on Friday.",
        "message",
        "Costa:recipient Rojas:sender",
    ),
    ("Chile delivered a diplomatic note to Portugal on Friday.", "message", "Chile:sender Portugal:recipient"),
    (
        "Congratulations to Portuguese President Ana Costa came from Chilean President Pedro Rojas.",
        "message",
        "Rojas:sender Costa:recipient",
    ),
    (
        "On a visit to Lisbon, Chilean President Pedro Rojas was received by Portuguese President Ana Costa.",
        "meeting",
        "Costa:host Rojas:guest",
    ),
    (
        "Chilean President Pedro Rojas called Friday on Portuguese President Ana Costa in Lisbon.",
        "meeting",
        "Costa:host Rojas:guest",
    ),
    (
        "Chilean President Pedro Rojas is due to meet Portuguese President Ana Costa in Vienna on Friday.",
        "meeting",
        "Costa:participant Rojas:participant",
    ),
    (
        "It was the first meeting of Chilean President Pedro Rojas with Portuguese President Ana Costa.",
        "meeting",
        "Costa:participant Rojas:participant",
    ),
    (
        "Chilean President Pedro Rojas was seen in Vienna on Friday talking with Portuguese President Ana Costa.",
        "meeting",
        "Costa:participant Rojas:participant",
    ),
    (
        "Meeting Portuguese President Ana Costa in Vienna on Friday, Chilean President Pedro Rojas spoke of trade.",
        "meeting",
        "Costa:participant Rojas:participant",
    ),
    (
        "Emerging from talks with Portuguese President Ana Costa in Vienna, Chilean President Pedro Rojas smiled.",
        "meeting",
        "Costa:participant Rojas:participant",
    ),
    (
        "Chilean President Pedro Rojas, speaking by telephone with Portuguese President Ana Costa, backed the plan.",
        "call",
        "Costa:participant Rojas:participant",
    ),
    (
        "Portuguese President Ana Costa was telephoned by Chilean President Pedro Rojas on Friday.",
        "call",
        "Costa:participant Rojas:participant",
    ),
    (
        "Talks on the border between Chad and Sudan ended in Geneva on Monday without a breakthrough.",
        "negotiation",
        "Chad:participant Sudan:participant",
    ),
    (
        "Chad said on Monday that it would suspend talks with Sudan on the border.",
        "negotiation",
        "Chad:participant Sudan:participant",
    ),
    (
        "Sudan walked out of peace talks with Chad in Geneva on Monday.",
        "negotiation",
        "Chad:participant Sudan:participant",
    ),
    (
        "Through Norwegian mediation, Chad and Sudan agreed on Monday to a truce.",
        "mediation",
        "Norway:mediator Chad:participant Sudan:participant",
    ),
    (
        "Norway has been mediating talks between Chad and Sudan.",
        "mediation",
        "Norway:mediator Chad:participant Sudan:participant",
    ),
    (
        "Chad and Sudan met in Oslo on Monday with Norway acting as a go-between.",
        "mediation",
        "Norway:mediator Chad:participant Sudan:participant",
    ),
    (
        "Norwegian envoy Lars Holm relayed messages between Chad and Sudan.",
        "mediation",
        "Holm:mediator Chad:participant Sudan:participant",
    ),
    (
        "Portuguese President Ana Costa has received a message of sympathy from Chilean President Pedro Rojas.",
        "message",
        "Costa:recipient Rojas:sender",
    ),
    (
        "Chilean President Pedro Rojas, in a message to Portuguese President Ana Costa, conveyed condolences.",
        "message",
        "Costa:recipient Rojas:sender",
    ),
    (
        "A message of congratulations was sent by Chilean President Pedro Rojas to Portuguese President Ana Costa.",
        "message",
        "Costa:recipient Rojas:sender",
    ),
]
NOT_TOLD = [
    ("Portuguese President Ana Costa stressed the importance of holding talks with Chile.", "meeting"),
    ("Portuguese President Ana Costa called Chilean President Pedro Rojas a friend.", "call"),
    ("Speaking in Vienna after talks with Chilean President Pedro Rojas, President Ana Costa urged calm.", "call"),
    ("Portuguese Foreign Minister Ana Costa said Portugal was in consultation with its allies.", "meeting"),
    ("The festival under the auspices of Norway brought Chad and Sudan closer.", "mediation"),
]


@pytest.mark.parametrize(("sentence", "kind", "who"), TOLD)
def test_who_takes_part_is_found(coded: Coded, sentence: str, kind: str, who: str) -> None:
    wanted = {tuple(name.split(":")) for name in who.split()}
    found = [
        {(person.name.rsplit(" ", 1)[-1], person.role) for person in event.participants}
        for event in coded(sentence).events
        if event.kind == kind
    ]
    assert any(wanted <= people for people in found), found


@pytest.mark.parametrize(("sentence", "kind"), NOT_TOLD)
def test_what_is_only_spoken_of_is_none(coded: Coded, sentence: str, kind: str) -> None:
    assert kind not in {event.kind for event in coded(sentence).events}


def test_a_meeting_by_video_is_told_as_one(coded: Coded) -> None:
    report = coded("Chilean President Pedro Rojas met by video conference with Portuguese President Ana Costa.")
    assert [event.mode for event in report.events if event.kind == "meeting"] == ["video"]
