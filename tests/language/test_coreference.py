"""Namings of one actor come together, and each mention tells whom it stands for."""

from collections.abc import Mapping

import pytest

from communique.language.actors import Actor, Mention
from communique.language.coreference import resolve_actors
from communique.language.parser import parse
from communique.report.model import Report
from communique.report.reading import Paragraph


def resolve(
    text: str, outlet: str | None = None, headline: str | None = None
) -> tuple[tuple[Mention, ...], Mapping[str, Actor]]:
    report = Report(id="0", source="s", text=text, outlet=outlet, headline=headline)
    above = parse([Paragraph("headline", headline, tuple(range(len(headline))))]) if headline else ()
    sentences = parse([Paragraph("body", text, tuple(range(len(text))))])
    return resolve_actors(report, above, sentences, (), ())


def meant_by(text: str, words: str, outlet: str | None = None, nth: int = 0) -> list[str]:
    """The names of those whom the nth mention written `words` stands for."""
    mentions, actors = resolve(text, outlet)
    found = [mention for mention in mentions if mention.span.of(text) == words]
    assert found, f"{words!r} is no mention"
    return [actors[actor].name for actor in found[nth].actors]


MEETING = (
    "Chilean President Gabriel Boric received Norwegian Foreign Minister Espen Barth Eide in Santiago on Monday. "
    "Boric said that trade had doubled. He thanked the visiting minister. "
    "The two sides agreed to meet again. The Norwegian foreign minister praised the president."
)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Boric", ["Gabriel Boric"]),
        ("He", ["Gabriel Boric"]),
        ("the visiting minister", ["Espen Barth Eide"]),
        ("two sides", ["Gabriel Boric", "Espen Barth Eide"]),
        ("The Norwegian foreign minister", ["Espen Barth Eide"]),
        ("the president", ["Gabriel Boric"]),
    ],
)
def test_later_namings_lead_back_to_the_person(words: str, names: list[str]) -> None:
    assert meant_by(MEETING, words) == names


def test_one_actor_an_individual_with_each_post_once() -> None:
    _, actors = resolve(MEETING)
    people = [actor for actor in actors.values() if actor.kind == "person"]
    assert [(actor.name, actor.country) for actor in people] == [("Gabriel Boric", "CHL"), ("Espen Barth Eide", "NOR")]
    assert [[capacity.title for capacity in actor.capacities] for actor in people] == [
        ["President"],
        ["Foreign Minister"],
    ]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "Ann Lee, the Irish trade minister and deputy premier, spoke.",
            {("trade minister", "IRL", False), ("deputy premier", "IRL", False)},
        ),
        ("Peru's former president Rosa Quispe spoke.", {("president", "PER", True)}),
        ("They named Ann Lee of Ireland as their special envoy.", {("special envoy", None, False)}),
        ("President Ann Lee of Ireland spoke.", {("President", "IRL", False)}),
        ("The Prime Minister of Norway, Ann Lee, left.", {("Prime Minister", "NOR", False)}),
        ("Ann Lee was ambassador to Chile from 2010 to 2014.", {("ambassador to Chile", None, True)}),
    ],
)
def test_posts_before_and_behind_a_name(text: str, posts: set[tuple[str, str | None, bool]]) -> None:
    _, actors = resolve(text)
    person = next(actor for actor in actors.values() if actor.kind == "person")
    assert {(c.title, c.country, c.former) for c in person.capacities} == posts


def test_namesakes_stay_apart() -> None:
    text = (
        "South Korean Foreign Minister Kim Min-jun met Deputy Foreign Minister Kim Seo-yeon. "
        "Kim Min-jun left early. The deputy foreign minister stayed."
    )
    _, actors = resolve(text)
    assert [actor.name for actor in actors.values() if actor.kind == "person"] == ["Kim Min-jun", "Kim Seo-yeon"]
    assert meant_by(text, "The deputy foreign minister") == ["Kim Seo-yeon"]


def test_she_and_he_are_told_apart() -> None:
    text = "Finance Minister Anna Berg met Finance Minister Paul Koch of Austria. She said that he was welcome."
    assert meant_by(text, "She") == ["Anna Berg"]
    assert meant_by(text, "he") == ["Paul Koch"]


def test_a_capital_stands_for_its_state() -> None:
    text = "Moscow rejected the offer. Ankara welcomed it."
    assert meant_by(text, "Moscow") == ["Russia"]
    assert meant_by(text, "Ankara") == ["Turkey"]


def test_a_government_is_the_state() -> None:
    assert meant_by("The Kenyan government protested. Kenya will appeal.", "Kenyan government") == ["Kenya"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Senior Danish officials arrived in Oslo.", "Senior Danish officials", "Senior Danish officials"),
        (
            "They met envoys of the fishing industry.",
            "envoys of the fishing industry",
            "envoys of the fishing industry",
        ),
        ("A delegation of 40 lawyers came along.", "delegation of 40 lawyers", "delegation of 40 lawyers"),
    ],
)
def test_a_group_is_named_by_its_whole_phrase(text: str, words: str, name: str) -> None:
    assert meant_by(text, words) == [name]


def test_the_report_of_a_government_means_its_own_posts() -> None:
    text = "Secretary Ann Lee met with Norwegian Foreign Minister Ola Berg. The Secretary thanked the Foreign Minister."
    _, actors = resolve(text, "US State Department")
    people = {actor.name: actor.country for actor in actors.values() if actor.kind == "person"}
    assert people == {"Ann Lee": "USA", "Ola Berg": "NOR"}
    assert meant_by(text, "The Secretary", "US State Department") == ["Ann Lee"]


def test_a_headline_lends_a_post_but_no_mention() -> None:
    text = "Berg arrived in Lima on Monday. The minister will stay two days."
    mentions, actors = resolve(text, headline="Norwegian Foreign Minister Ola Berg visits Peru")
    assert all(mention.span.of(text) for mention in mentions)
    assert any(actor.kind == "person" and actor.country == "NOR" for actor in actors.values())


def test_an_unnamed_holder_is_an_office() -> None:
    _, actors = resolve("The Russian Foreign Minister will travel to Cairo.")
    assert ("office", "RUS") in [(actor.kind, actor.country) for actor in actors.values()]


def test_mentions_lie_in_the_text_and_are_in_order() -> None:
    mentions, actors = resolve(MEETING)
    assert list(mentions) == sorted(mentions, key=lambda mention: (mention.first, -mention.stop))
    assert all(0 <= mention.span.start < mention.span.end <= len(MEETING) for mention in mentions)
    assert {actor for mention in mentions for actor in mention.actors} <= set(actors)


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("President Ann Lee of Kenya thanked Premier Karl Olsen of Norway for his help.", "his", ["Karl Olsen"]),
        ("President Karl Olsen of Norway met Kenyan Premier Paul Otieno. Olsen thanked the guest.", "guest", []),
        (
            "Ambassador William Berg and Ambassador Susan Berg came. Mr. Berg spoke first. Ms. Berg followed.",
            "Berg",
            ["William Berg"],
        ),
        (
            "The Crown Prince, Mohammed bin Salman bin Abdulaziz, left. King Salman bin Abdulaziz stayed.",
            "Salman bin Abdulaziz",
            ["Salman bin Abdulaziz"],
        ),
    ],
)
def test_names_and_pronouns_keep_to_their_persons(text: str, words: str, names: list[str]) -> None:
    found = meant_by(text, words)
    assert found == names or not names and "Karl Olsen" not in found


@pytest.mark.parametrize(
    ("text", "outlet", "person", "country"),
    [
        ("A Lao delegation headed by Deputy Minister Boun Keo visited Baku.", "Azertac", "Boun Keo", "LAO"),
        ("In Germany, the president met Chancellor Olaf Scholz.", "Anadolu", "Olaf Scholz", "DEU"),
        ("High Representative for Bosnia and Herzegovina Christian Schmidt spoke.", None, "Christian Schmidt", None),
        ("Vietnam's ambassador in Havana, Le Quang Long, attended.", None, "Le Quang Long", "VNM"),
        ("2022 ASEAN Chair Prime Minister Hun Sen of Cambodia arrived.", None, "Hun Sen", "KHM"),
    ],
)
def test_a_holder_has_the_state_that_his_title_tells(
    text: str, outlet: str | None, person: str, country: str | None
) -> None:
    _, actors = resolve(text, outlet)
    assert [actor.country for actor in actors.values() if actor.name == person] == [country]


@pytest.mark.parametrize("words", ["Abraham Accords", "Indo-Pacific", "Defense Cooperation Agreement"])
def test_treaties_and_regions_are_no_actors(words: str) -> None:
    _, actors = resolve(f"The two ministers discussed the {words} with President Ann Lee of Kenya.")
    assert not [actor.name for actor in actors.values() if actor.kind in ("person", "organisation")][1:]


def test_who_speaks_in_a_dialogue_says_i() -> None:
    text = "MINISTER OLSEN: I thank you. PRESIDENT LEE: I thank my friend, Foreign Minister Karl Olsen of Norway."
    mentions, actors = resolve(text)
    first = next(mention for mention in mentions if mention.span.of(text) == "I")
    assert all(actors[actor].name != "LEE" for actor in first.actors)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Presidents Ann Lee of Chile, Rosa Quispe of Peru and Juan Mamani of Bolivia met on Friday.",
            {"Ann Lee": "CHL", "Rosa Quispe": "PER", "Juan Mamani": "BOL"},
        ),
        (
            "The presidents of Chile and Peru, Ann Lee and Rosa Quispe, met on Friday.",
            {"Ann Lee": "CHL", "Rosa Quispe": "PER"},
        ),
        (
            "The presidents of Chile, Ann Lee, and Peru, Rosa Quispe, met on Friday.",
            {"Ann Lee": "CHL", "Rosa Quispe": "PER"},
        ),
    ],
)
def test_a_list_shares_its_post(text: str, held: dict[str, str]) -> None:
    _, actors = resolve(text)
    people = [actor for actor in actors.values() if actor.kind == "person"]
    assert {actor.name: actor.country for actor in people} == held
    assert all([capacity.title.lower() for capacity in actor.capacities] == ["president"] for actor in people)


def test_a_plural_post_with_names_behind_it_means_them() -> None:
    text = "The ministers of Chile and Peru, Ann Lee and Rosa Quispe, met. The ministers agreed to meet again."
    assert meant_by(text, "ministers") == ["Ann Lee", "Rosa Quispe"]


@pytest.mark.parametrize(
    ("text", "outlet", "country"),
    [
        ("In Tokyo, Prime Minister Jiro Yamamoto met President Ann Lee.", "Kyodo", None),
        ("Peru protested. State Department spokesman John Doe regretted it.", "Andina", "USA"),
        ("Foreign Minister Nguyen Van Hai left for Lima on Friday.", "Andina", None),
        ("Vietnam agreed. Foreign Minister Nguyen Van Hai left for Lima.", "Andina", "VNM"),
    ],
)
def test_no_state_is_guessed_that_has_no_such_post_or_name(text: str, outlet: str, country: str | None) -> None:
    _, actors = resolve(text, outlet)
    person = [actor for actor in actors.values() if actor.kind == "person"][-1]
    assert person.country == country


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (
            "President Paul Koch of Chile spoke. Thanking President Juan Mamani of Peru, he said that he was moved.",
            "he",
            ["Paul Koch"],
        ),
        ("Minister Paul Koch told reporters, with Juan Mamani standing beside him. He left.", "He", ["Paul Koch"]),
        (
            "Chilean President Ann Lee met Peruvian President Juan Mamani. The latter thanked her.",
            "latter",
            ["Juan Mamani"],
        ),
        (
            "Peruvian President Juan Mamani dined with Chilean President Ann Lee. The head of the Chilean state left.",
            "The head of the Chilean state",
            ["Ann Lee"],
        ),
        (
            "Peruvian Foreign Minister Juan Mamani and his team arrived. The head of the delegation was glad.",
            "The head of the delegation",
            ["Juan Mamani"],
        ),
        (
            "Kenyan President Ann Lee toured a dam with Juan Mamani of Peru. The Peruvian leader was impressed.",
            "The Peruvian leader",
            ["Juan Mamani"],
        ),
    ],
)
def test_whom_pronouns_and_offices_mean(text: str, words: str, names: list[str]) -> None:
    assert meant_by(text, words) == names


def test_a_counterpart_has_the_same_post_there() -> None:
    text = "Chilean Foreign Minister Ann Lee met her Peruvian counterpart Juan Mamani."
    mentions, _ = resolve(text)
    told = [(m.capacities[0].title, m.capacities[0].country) for m in mentions if m.span.of(text) == "Juan Mamani"]
    assert ("Foreign Minister", "PER") in told


def test_the_two_are_those_whom_the_words_joined() -> None:
    text = (
        "The meeting between Peruvian Minister Juan Mamani and Chilean Minister Paul Koch was the first since Senator "
        "Rosa Quispe of Bolivia fled. The two agreed to talk."
    )
    assert meant_by(text, "two") == ["Juan Mamani", "Paul Koch"]


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("A source in the Chilean delegation told reporters.", "source in the Chilean delegation"),
        ("A senior official at the foreign ministry said so.", "senior official at the foreign ministry"),
    ],
)
def test_unnamed_people_keep_the_words_for_their_institution(text: str, group: str) -> None:
    _, actors = resolve(text)
    assert group in [actor.name for actor in actors.values()]


def test_his_wife_is_of_his_state() -> None:
    _, actors = resolve("Chilean President Paul Koch and his wife Rosa Quispe arrived.")
    assert [actor.country for actor in actors.values() if actor.kind == "person"] == ["CHL", "CHL"]


def test_a_bare_word_that_never_acts_is_nobody() -> None:
    _, actors = resolve("They bought oil from Tamarind and left.")
    assert not [actor for actor in actors.values() if actor.kind == "person"]
