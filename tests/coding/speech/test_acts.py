"""What words do after a neutral cue: cases that must and must not be more than a plain statement."""

import pytest

from communique.coding.record import Act
from communique.coding.speech.acts import act_of_content, act_signs, act_with_content


@pytest.mark.parametrize(
    ("act", "text"),
    [
        ("state", "the two countries opened relations in 1974"),
        ("state", "the next round will take place in Oslo in May"),
        ("state", "the importance of open sea lanes"),
        ("pledge", "Norway is ready to host the next round"),
        ("pledge", "his country would spare no effort to free the crew"),
        ("pledge", "the government is committed to building the bridge"),
        ("praise", "relations between the two neighbours are at an all-time high"),
        ("praise", "trade has yielded fruitful results"),
        ("urge", "both sides must respect the line of control"),
        ("hope", "she hopes to visit Lisbon soon"),
        ("thank", "he was grateful to the people of Chile for their help"),
        ("criticise", "the raid was a flagrant violation of the treaty"),
        ("reject", "talks with the group are out of the question"),
        ("warn", "such steps will have serious consequences"),
        ("concern", "her government is deeply concerned about the strait"),
        ("welcome", "Peru welcomes the decision of the court"),
        ("regret", "the decision to leave was regrettable"),
        ("praise", "it was a wise decision"),
        ("praise", "the fair serves as a bridge between the two coasts"),
        ("criticise", "the plan runs counter to the interests of all fishermen"),
        ("criticise", "there is no trust in the council"),
        ("urge", "the need for all sides to stop"),
        ("urge", "Lima wants the treaty revised"),
        ("pledge", "Oslo is not going to close the port"),
        ("pledge", "NOK 40 million for the harbour of Arica"),
        ("pledge", "Norway will not be bullied"),
        ("reaffirm", "Chile stands in solidarity with the islands"),
        ("state", "the envoy was invited to the ministry"),
        ("condole", "we were deeply saddened by the loss of life"),
    ],
)
def test_the_words_decide(act: Act, text: str) -> None:
    assert act_of_content(text) == act


def test_wishes_on_a_holiday_congratulate() -> None:
    assert act_with_content("hope", "the people of Fiji a happy Independence Day") == "congratulate"
    assert act_with_content("hope", "the people of Fiji lasting peace") == "hope"
    assert act_with_content("urge", "a happy Independence Day") == "urge"


def test_every_sign_has_weight() -> None:
    assert all(sign.weight > 0 for sign in act_signs().signs)
