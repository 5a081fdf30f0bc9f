-- What reports say together: which of their claims tell of one occasion and why, who is whom, what people have judged.
-- All of it but the judgements follows from the records and is made anew from them at any time.

CREATE INDEX reports_by_newest ON reports (newest);

-- Every event of the newest codings that was linked; `first` and `last` count days (0001-01-01 is 1). What a headline
-- claims beyond the events stands at position -1. `main` is set for what the report is about.
CREATE TABLE claims (
    coded INTEGER NOT NULL REFERENCES coded_reports (key),
    position INTEGER NOT NULL,
    first INTEGER,
    last INTEGER,
    occasion INTEGER NOT NULL,
    main INTEGER NOT NULL,
    PRIMARY KEY (coded, position)
) WITHOUT ROWID;
CREATE INDEX claims_by_occasion ON claims (occasion);

-- The codings whose claims were linked, those without any claim among them.
CREATE TABLE linked (coded INTEGER PRIMARY KEY REFERENCES coded_reports (key));

-- The keys under which claims are filed that may tell of one occasion.
CREATE TABLE blocks (
    block INTEGER NOT NULL,
    coded INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (block, coded, position)
) WITHOUT ROWID;

-- Two claims that were found alike, with what speaks for it and against it.
CREATE TABLE links (
    coded INTEGER NOT NULL,
    position INTEGER NOT NULL,
    other_coded INTEGER NOT NULL,
    other_position INTEGER NOT NULL,
    score REAL NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (coded, position, other_coded, other_position)
) WITHOUT ROWID;
CREATE INDEX links_by_other ON links (other_coded, other_position);

CREATE TABLE occasions (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    first INTEGER,
    last INTEGER,
    claims INTEGER NOT NULL,
    outlets INTEGER NOT NULL
);
CREATE INDEX occasions_by_day ON occasions (first);

-- What people have judged; it stands whatever the program finds. Events are told by their report and first character.
CREATE TABLE judgements (
    about TEXT NOT NULL,
    one TEXT NOT NULL,
    one_start INTEGER NOT NULL,
    other TEXT NOT NULL,
    other_start INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT NOT NULL,
    made TEXT NOT NULL,
    PRIMARY KEY (about, one, one_start, other, other_start)
) WITHOUT ROWID;
