"""News of other matters than diplomacy, made up: a seed goes in, stories of the usual length come out, all different.

The paragraphs are of two series, so that what is fitted on one can be measured on the other. Half of the desks name other
countries, as such news does.
"""

import argparse
import json
import random
from collections.abc import Iterator

_FIRST = "Anna Ben Carla Dan Ella Fred Gina Hugo Ivy Jack Kate Leo Mia Ned Olga Paul Rosa Sam Tess Victor".split()
_LAST = "Marsh Holt Byrne Cole Drake Ellis Frost Gray Hale Innes Keane Lowe Mills Nash Otto Pike Reid Shaw Tate".split()
_TOWNS = "Ashford Brookfield Denton Easton Farley Granton Holbeck Kelso Linton Marlow Norwood Otley Barcelona Osaka Lyon Turin Leeds Lagos Mumbai Sydney Boston Denver Toronto Munich".split()
_LANDS = "France Spain Italy Japan Brazil India Kenya Canada Mexico Poland Australia Germany Nigeria Thailand".split()
_PEOPLES = "French Spanish Italian Japanese Brazilian Indian Kenyan Canadian Mexican Polish Australian German".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

# Each desk has paragraphs of both series: first those to fit on, then those to measure on.
_DESKS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "football": (
        (
            "{a} scored twice as {t} United beat {u} Rovers {n}-1 on {d}, moving up to fourth in the table. The striker, who joined from a {p} club in January, said the fans had been brilliant from the first minute.",
            "The manager praised his young goalkeeper, who saved a penalty before half-time. \"We rode our luck,\" he said. \"But nobody can say that we did not work for it, and the lads deserve a day off.\"",
            "{u} had the better of the opening hour and hit the bar twice. Their captain, {b}, limped off with a knee injury and may miss the trip to {l} next month.",
        ),
        (
            "{t} City are into the semi-finals after a shoot-out that went to the eleventh kick on {d} night. {a} sent the keeper the wrong way to settle it in front of {n},000 visiting supporters.",
            "Extra time brought little but tired legs and yellow cards. The {p} midfielder {b} came closest with a free kick that shaved the post, and the referee waved away two late appeals for handball.",
            "The draw for the next round takes place on {d}. {u}, winners of the cup three years ago, are the favourites with the bookmakers.",
        ),
    ),
    "games": (
        (
            "{a} won the 200 metres in a season's best at the meeting in {t} and will run the relay on {d}. Her coach said she had trained through the winter without injury and hopes for a medal at the championships in {l}.",
            "The {p} took the long jump with his last attempt. Rain held up the pole vault for an hour, and several throwers complained about the grip of the circle.",
        ),
        (
            "{p} top seed {a} needed five sets and more than four hours to get past {b} at the open in {t} on {d}. A heavy downpour stopped play twice, and the last game alone took eighteen minutes.",
            "In the women's draw the holder lost to a qualifier ranked {n}th in the world, who served eleven aces. She will now meet the winner of the match between two former champions from {l}.",
        ),
    ),
    "markets": (
        (
            "Shares in {t} Foods fell {n} percent on {d} after the company warned that profits would miss forecasts. Chief executive {a} blamed higher costs and slow sales at its supermarkets in {l}.",
            "Analysts cut their price targets, and one bank advised its clients to sell. The dividend is safe for this year, the finance director told investors, but a plan to buy back stock has been put off.",
            "The wider index closed little changed. Retailers gained on hopes of lower interest rates, while carmakers slipped with the price of copper.",
        ),
        (
            "The maker of {p} kitchens {t} Group is to close two plants and cut {n}00 jobs, it said on {d}, as orders for new homes dry up. Its stock rose on the news.",
            "Inflation eased to its lowest in two years, figures from the statistics office showed, giving the central bank room to cut borrowing costs in the spring. Food prices rose more slowly and petrol became cheaper.",
            "\"Shoppers are careful,\" said {a}, an economist at a broker in {u}. \"They look for bargains, and they put off what can wait.\"",
        ),
    ),
    "police": (
        (
            "A man was arrested on {d} after a burglary at a jewellery shop in {t}. Police said {a}, 34, was found with several watches and will appear in court next week. Witnesses are asked to come forward.",
            "Neighbours spoke of their shock. \"You never think that it can happen in your own street,\" said {b}, who called officers when she heard the glass break shortly before midnight.",
        ),
        (
            "A jury in {t} found {a} guilty of fraud on {d} after a trial that lasted {n} weeks. The former bookkeeper had paid herself from the accounts of a school for more than a decade.",
            "The judge said he would hand down sentence next month and that she should expect to go to prison. Her lawyer said that she would appeal and that her health was poor.",
        ),
    ),
    "weather": (
        (
            "Rain will spread from the west overnight with winds of up to {n}0 mph. Temperatures in {t} should reach 14 degrees by {d}, forecasters said, before a colder spell sets in. Drivers are told to allow more time.",
            "The weekend looks brighter with sunny spells in the south. Gardeners should cover tender plants, as a ground frost cannot be ruled out in the valleys.",
        ),
        (
            "A storm that flooded streets in {l} has weakened after making landfall, leaving {n},000 homes without power. Crews worked through the night to clear fallen trees near {t}, and schools stay shut until {d}.",
            "No one was hurt, the fire service said, but a bridge was washed away and the harvest of peaches is lost. Farmers are asking the regional government for help with the damage.",
        ),
    ),
    "culture": (
        (
            "The film, starring {a} and {b}, opened to strong reviews and took {n}0 million at the weekend box office. A sequel is planned by the studio, which made its name with cartoons. The score is by a {p} composer.",
            "It tells of two sisters who inherit a hotel by the sea and find that it comes with a ghost. The jokes are old and the ending can be guessed, but the two leads carry it.",
        ),
        (
            "Singer {a} has announced a new album and a tour that takes in {l} and ends with three nights in {t}. The first single, a duet with {b}, went straight to the top of the charts this week.",
            "Tickets go on sale on {d} at nine. Fans who had queued online for the last tour complained of crashes, and the promoter says that it has doubled the number of servers.",
        ),
    ),
    "kitchen": (
        (
            "Preheat the oven to 180C. Beat the butter and sugar until pale, then fold in the flour and {n} eggs. Bake for 35 minutes until golden and serve with cream. {a} says lemon zest makes all the difference.",
            "For the sauce, fry the onions slowly in {p} olive oil until they are soft. Add the tomatoes, a pinch of sugar and a glass of wine, and let it all bubble for half an hour.",
        ),
        (
            "The best soups begin with bones. Roast them until brown, says {a}, who runs a small restaurant in {t}, then cover with cold water and leave on the lowest flame for {n} hours. Skim now and then.",
            "Serve with noodles, spring onions and half a boiled egg. What is left keeps for three days in the fridge, or for months in the freezer, and tastes better the second time.",
        ),
    ),
    "town hall": (
        (
            "The council voted on {d} to resurface roads in {t} and to extend the opening hours of the library. Councillor {a} said residents had asked for it for years. Work starts in spring and will cost {n}.1 million.",
            "Opponents said that the money would be better spent on the swimming pool, which has been closed since the boiler failed. A petition with two thousand names was handed in before the vote.",
        ),
        (
            "Plans for {n}0 new flats beside the railway station at {t} were turned down on {d}. Members of the planning committee said the blocks were too tall and that the road could not take more cars.",
            "The builder, {a} Homes, has six months to appeal. \"We are disappointed,\" a statement said. \"People need somewhere to live, and this site has been empty for a generation.\"",
        ),
    ),
    "gadgets": (
        (
            "The new phone has a brighter screen, a faster chip and a battery that lasts two days, {a} writes. It costs {n}99 and comes in four colours, with a case in the box. The camera is the best we have tried.",
            "Setting it up took ten minutes. The maker, based in {l}, promises updates for seven years, which is longer than most of us keep a telephone.",
        ),
        (
            "Engineers in {t} have built a battery that charges in {n} minutes, they write in a journal this week. It uses sodium in place of lithium, which is dear, and has run for a year in a {p} delivery van.",
            "\"We wanted to see if it would last,\" said {a}, who led the work. A firm that she has founded hopes to sell the first packs to makers of scooters by the end of next year.",
        ),
    ),
    "science": (
        (
            "Scientists at the University of {t} have found that mice that sleep longer learn mazes faster. The study, led by Dr {a} with colleagues in {l}, appears this week. More work is needed before it can be tried on people.",
            "The team followed {n}00 animals for eight months. Those that were woken by noise made twice as many mistakes and had higher levels of a hormone that is linked to stress.",
        ),
        (
            "A fossil of a bird the size of a hen, found by a farmer in {l}, fills a gap of {n} million years in the story of flight, researchers say. It had teeth, and claws at the bend of its wings.",
            "The bones lay in a drawer of a museum in {t} for two decades before {a} noticed an odd shape in a scan. \"I thought that it was a lizard,\" the palaeontologist said.",
        ),
    ),
    "health": (
        (
            "Waiting times for knee operations have risen to {n} months in parts of {l}, a report said on {d}. Doctors blame a lack of beds and nurses. A spokesman for the hospitals said more staff were being trained.",
            "Patients such as {a}, 71, a retired driver from {t}, get by with tablets. \"I used to walk the dog for hours,\" he said. \"Now I stand at the gate and throw the ball.\"",
        ),
        (
            "Walking for {n}0 minutes a day may do as much for the heart as a visit to the gym, according to a survey of twelve thousand {p} office workers. Those who took the stairs did better still.",
            "Dr {a}, a cardiologist in {t} who was not part of it, said that the figures rest on what people say of themselves. \"We all walk further in a questionnaire than on the pavement.\"",
        ),
    ),
    "home politics": (
        (
            "Voters in {l} go to the polls on {d} to choose a new parliament, with the opposition ahead by {n} points. The campaign has been about rents, schools and the price of electricity.",
            "Party leader {a} promised to raise the minimum wage and to hire more teachers. Her rival called it a shopping list without a price tag. Turnout is expected to be lower than last time.",
        ),
        (
            "The {p} government survived a vote of confidence by {n} seats on {d} after two small parties came back into the fold. The budget, which cuts pensions for civil servants, now goes to the upper house.",
            "Trade unions have called a strike on the railways. \"They save on those who cannot defend themselves,\" union secretary {a} told a crowd in {t}. Commuters are told to stay at home.",
        ),
    ),
    "travel": (
        (
            "Five quiet beaches to try in {l} this summer. The first, an hour by bus from the airport, has pines down to the sand and one small bar. Bring shoes: there are sea urchins. Rooms cost from {n}0 a night.",
            "In the village, {a} lets three rooms above her bakery and takes guests out in her father's boat. Book early for August, when half of {t} seems to arrive at once.",
        ),
        (
            "The night train from {t} to {u} is back after {n} years, with clean sheets and a breakfast in a paper bag. It leaves late, it arrives late, and it is still the finest way to cross {l}.",
            "My companion in the next bunk was {a}, a {p} teacher who collects stations. She was on her four hundred and twelfth, and she told me about most of the others.",
        ),
    ),
    "accidents": (
        (
            "At least {n} people died when a bus left a mountain road in {l} on {d}, local media reported. The driver is thought to have fallen asleep. Rescuers needed ropes to reach the wreck.",
            "Among the injured are students from {t} who were on their way home from a wedding. A hospital asked people to give blood. The governor of the province has ordered a day of mourning.",
        ),
        (
            "A fire in a block of flats in {t} left {n} families homeless on {d}. It started on a balcony, the fire brigade said, and spread along the new cladding within minutes.",
            "{a}, who lives on the sixth floor, carried two neighbours down the stairs. The city has opened a sports hall for the night and asks for blankets and toys, not for clothes.",
        ),
    ),
}  # fmt: skip


def other_stories(count: int, *, series: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Yield headline and text of `count` stories of series 0 or 1; some 250 to 900 words from three desks, as a day's news."""
    chance = random.Random(f"{seed}/{series}")
    desks = list(_DESKS)
    for _ in range(count):
        open_desks = chance.sample(desks, 3)
        paragraphs: list[str] = []
        while sum(map(len, paragraphs)) < 1500 or (chance.random() < 0.85 and sum(map(len, paragraphs)) < 5500):
            paragraphs.append(chance.choice(_DESKS[chance.choice(open_desks)][series]).format_map(_filled(chance)))
        words = _filled(chance)
        turn = chance.choice(("waits", "counts the cost", "has the last word", "looks ahead"))
        headline = f"{words['t']} {turn}: {open_desks[0]} with {words['a']}"
        yield headline, "\n".join(paragraphs)


def _filled(chance: random.Random) -> dict[str, str]:
    """Names and numbers for the gaps of a paragraph."""
    names = [f"{chance.choice(_FIRST)} {chance.choice(_LAST)}" for _ in range(2)]
    towns = chance.sample(_TOWNS, 2)
    return {
        "a": names[0], "b": names[1], "t": towns[0], "u": towns[1], "l": chance.choice(_LANDS),
        "p": chance.choice(_PEOPLES), "d": chance.choice(_DAYS), "n": str(chance.randint(2, 9)),
    }  # fmt: skip


def main() -> None:
    """Print stories as JSON Lines."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("count", type=int)
    asked.add_argument("--series", type=int, choices=(0, 1), default=0)
    options = asked.parse_args()
    for headline, text in other_stories(options.count, series=options.series):
        print(json.dumps({"headline": headline, "text": text}))


if __name__ == "__main__":
    main()
