"""What a government does at home is left; what the same government does with others is coded."""

import pytest

import communique

AT_HOME = [
    "President Biden hosted Governor Pedro Pierluisi of Puerto Rico at the White House on Tuesday.",
    "The Secretary of Commerce, in consultation with the United States Trade Representative, reviews the list.",
    "TO THE CONGRESS OF THE UNITED STATES: I have issued an order on the banks of Belarus.",
    "The Secretary spoke at the Rural Roads Conference on Tuesday.",
    "The President signed the package into law on Tuesday and thanked the Senate.",
    "The President signed a Presidential Memorandum on forests on Tuesday.",
    "The Administration announced assistance for 40,000 farm workers in Ohio.",
    "The President directed the agency to appoint a Federal Disaster Recovery Coordinator for Maui.",
    "The White House hosted an Investor Summit in Puerto Rico on Tuesday.",
    "Applicants from Peru may file if they meet the eligibility requirements.",
]
WITH_OTHERS = [
    "President Biden hosted President Gustavo Petro of Colombia at the White House on Tuesday.",
    "Secretary Blinken spoke at the Asian Economies Forum on Tuesday.",
    "The United States announced assistance for 40,000 refugees in Chad.",
    "The President signed the treaty with Panama on Tuesday.",
    "President Biden hosted the Climate Summit on Tuesday.",
    "The leaders agreed to reopen the border.",
]
FOREIGN = (
    "\n\nThe United States and Kenya are partners, and Ambassador Whitman met Kenyan President William Ruto in Nairobi."
)


def _acts_before_the_last(text: str) -> list[str]:
    coded = communique.code(text + FOREIGN, outlet="White House", published="2023-05-10")
    return [event.kind for event in coded.events if event.trigger.end <= len(text)]


@pytest.mark.parametrize("sentence", AT_HOME)
def test_home_matter_is_left(sentence: str) -> None:
    assert not _acts_before_the_last(sentence)


@pytest.mark.parametrize("sentence", WITH_OTHERS)
def test_what_is_done_with_others_is_coded(sentence: str) -> None:
    assert _acts_before_the_last(sentence)
