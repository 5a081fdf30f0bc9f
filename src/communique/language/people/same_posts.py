"""Know which posts are called by more than one word, and which sort a post is of."""

SAME_POST = {
    "pm": "prime minister", "premier": "prime minister", "taoiseach": "prime minister", "chancellor": "prime minister",
    "head of government": "prime minister", "secretary of state": "secretary", "emir": "amir", "president-elect": "president",
    "spokeswoman": "spokesman", "spokesperson": "spokesman", "chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman",
    "advisor": "adviser", "national security advisor": "national security adviser", "secretary-general": "secretary general",
    "vice-president": "vice president", "holy father": "pope", "director-general": "director general",
}  # fmt: skip


SUMMIT = frozenset("president king queen amir sultan emperor chancellor monarch pope premier leader".split()) | {
    "prime minister",
    "crown prince",
    "head of state",
    "supreme leader",
}


MINISTERIAL = frozenset(
    {"minister", "secretary", "secretary of state", "prime minister", "minister of state", "undersecretary"}
)


ENVOYS = frozenset(
    {
        "ambassador",
        "envoy",
        "nuncio",
        "apostolic nuncio",
        "high commissioner",
        "consul general",
        "representative",
        "chargé d'affaires",
        "charge d'affaires",
    }
)
