-- Reports that are kept and not coded: those in another language, those without diplomacy, near copies of another one.

CREATE TABLE set_aside (
    report INTEGER PRIMARY KEY REFERENCES reports (key),
    why TEXT NOT NULL,
    reason TEXT NOT NULL,
    language TEXT,
    score REAL,
    original INTEGER REFERENCES reports (key),
    likeness REAL
);
CREATE INDEX set_aside_by_why ON set_aside (why);
CREATE INDEX set_aside_by_original ON set_aside (original);

-- Where a near copy differs from its original, in characters of both texts.
CREATE TABLE differences (
    report INTEGER NOT NULL REFERENCES reports (key),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    original_start INTEGER NOT NULL,
    original_stop INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (report, position)
) WITHOUT ROWID;

-- What near copies of coded reports are found by.
CREATE TABLE bands (
    band INTEGER NOT NULL,
    report INTEGER NOT NULL REFERENCES reports (key),
    PRIMARY KEY (band, report)
) WITHOUT ROWID;

-- Pages that were read, by what they and their source are: they need not be read again.
CREATE TABLE pages (
    digest BLOB PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (key)
) WITHOUT ROWID;
