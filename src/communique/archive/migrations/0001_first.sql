-- The first schema. Records hang on a coded report and are counted by their position in it, so that
-- the rows of a report are the same whoever wrote them and whatever was written before.

CREATE TABLE runs (
    key INTEGER PRIMARY KEY,
    version TEXT NOT NULL,
    model TEXT NOT NULL,
    model_version TEXT NOT NULL,
    settings TEXT NOT NULL,
    started TEXT NOT NULL
);

CREATE TABLE reports (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    headline TEXT,
    text TEXT NOT NULL,
    extra TEXT NOT NULL,
    added TEXT NOT NULL,
    newest INTEGER
);

-- Where else the same text was found.
CREATE TABLE appearances (
    report INTEGER NOT NULL REFERENCES reports (key),
    source TEXT NOT NULL,
    outlet TEXT,
    url TEXT,
    published TEXT,
    PRIMARY KEY (report, source)
) WITHOUT ROWID;
CREATE INDEX appearances_by_source ON appearances (source);

CREATE TABLE coded_reports (
    key INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports (key),
    run INTEGER NOT NULL REFERENCES runs (key),
    source TEXT NOT NULL,
    url TEXT,
    outlet TEXT,
    headline TEXT,
    published TEXT,
    language TEXT,
    dateline_place TEXT,
    dateline_country TEXT,
    dateline_date TEXT,
    dateline_agency TEXT,
    dateline_start INTEGER,
    dateline_stop INTEGER,
    UNIQUE (report, run)
);

CREATE TABLE captions (
    coded INTEGER NOT NULL REFERENCES coded_reports (key),
    position INTEGER NOT NULL,
    credit TEXT,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (coded, position)
) WITHOUT ROWID;

CREATE TABLE credits (
    coded INTEGER NOT NULL REFERENCES coded_reports (key),
    position INTEGER NOT NULL,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (coded, position)
) WITHOUT ROWID;

CREATE TABLE actors (
    coded INTEGER NOT NULL REFERENCES coded_reports (key),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    slug TEXT NOT NULL,
    country TEXT,
    PRIMARY KEY (coded, position)
) WITHOUT ROWID;
CREATE INDEX actors_by_slug ON actors (slug, kind);

CREATE TABLE mentions (
    coded INTEGER NOT NULL REFERENCES coded_reports (key),
    actor INTEGER NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (coded, actor, position)
) WITHOUT ROWID;

CREATE TABLE capacities (
    coded INTEGER NOT NULL REFERENCES coded_reports (key),
    actor INTEGER NOT NULL,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    held_of TEXT,
    country TEXT,
    former INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (coded, actor, position)
) WITHOUT ROWID;

CREATE TABLE events (
    coded INTEGER NOT NULL REFERENCES coded_reports (key),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    mode TEXT,
    status TEXT NOT NULL,
    background INTEGER NOT NULL,
    date_value TEXT,
    date_end TEXT,
    date_text TEXT,
    date_basis TEXT,
    date_start INTEGER,
    date_stop INTEGER,
    first_day TEXT,
    last_day TEXT,
    place_name TEXT,
    place_country TEXT,
    place_lat REAL,
    place_lon REAL,
    place_start INTEGER,
    place_stop INTEGER,
    has_body INTEGER NOT NULL,
    body_name TEXT,
    body_session TEXT,
    body_ordinal INTEGER,
    body_start INTEGER,
    body_stop INTEGER,
    visit_type TEXT,
    invitation_by TEXT,
    cameo TEXT,
    plover TEXT,
    quad INTEGER,
    goldstein REAL,
    trigger_start INTEGER NOT NULL,
    trigger_stop INTEGER NOT NULL,
    confidence REAL NOT NULL,
    PRIMARY KEY (coded, position)
) WITHOUT ROWID;
CREATE INDEX events_by_kind ON events (kind, first_day);
CREATE INDEX events_by_day ON events (first_day, last_day);

CREATE TABLE event_topics (
    coded INTEGER NOT NULL REFERENCES coded_reports (key),
    event INTEGER NOT NULL,
    position INTEGER NOT NULL,
    topic TEXT NOT NULL,
    PRIMARY KEY (coded, event, position)
) WITHOUT ROWID;

CREATE TABLE event_evidence (
    coded INTEGER NOT NULL REFERENCES coded_reports (key),
    event INTEGER NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (coded, event, position)
) WITHOUT ROWID;

CREATE TABLE participants (
    coded INTEGER NOT NULL REFERENCES coded_reports (key),
    event INTEGER NOT NULL,
    position INTEGER NOT NULL,
    actor TEXT NOT NULL,
    name TEXT NOT NULL,
    slug TEXT NOT NULL,
    country TEXT,
    role TEXT NOT NULL,
    capacity TEXT,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (coded, event, position)
) WITHOUT ROWID;
CREATE INDEX participants_by_country ON participants (country);
CREATE INDEX participants_by_slug ON participants (slug);

CREATE TABLE statements (
    coded INTEGER NOT NULL REFERENCES coded_reports (key),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    form TEXT NOT NULL,
    act TEXT NOT NULL,
    cue_start INTEGER,
    cue_stop INTEGER,
    addressee TEXT,
    reported_by TEXT,
    event TEXT,
    cameo TEXT,
    plover TEXT,
    quad INTEGER,
    goldstein REAL,
    confidence REAL NOT NULL,
    PRIMARY KEY (coded, position)
) WITHOUT ROWID;
CREATE INDEX statements_by_act ON statements (act);

-- The speakers' ids and names are two lists in the record; they are of one length wherever every speaker is known.
CREATE TABLE statement_speakers (
    coded INTEGER NOT NULL REFERENCES coded_reports (key),
    statement INTEGER NOT NULL,
    position INTEGER NOT NULL,
    actor TEXT,
    name TEXT,
    slug TEXT,
    PRIMARY KEY (coded, statement, position)
) WITHOUT ROWID;
CREATE INDEX statement_speakers_by_slug ON statement_speakers (slug);

CREATE TABLE statement_content (
    coded INTEGER NOT NULL REFERENCES coded_reports (key),
    statement INTEGER NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (coded, statement, position)
) WITHOUT ROWID;

CREATE TABLE statement_countries (
    coded INTEGER NOT NULL REFERENCES coded_reports (key),
    statement INTEGER NOT NULL,
    position INTEGER NOT NULL,
    country TEXT NOT NULL,
    PRIMARY KEY (coded, statement, position)
) WITHOUT ROWID;
CREATE INDEX statement_countries_by_country ON statement_countries (country);

CREATE TABLE formulas (
    coded INTEGER NOT NULL REFERENCES coded_reports (key),
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    family TEXT NOT NULL,
    speaker TEXT,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (coded, position)
) WITHOUT ROWID;
CREATE INDEX formulas_by_family ON formulas (family);

CREATE TABLE formula_countries (
    coded INTEGER NOT NULL REFERENCES coded_reports (key),
    formula INTEGER NOT NULL,
    position INTEGER NOT NULL,
    country TEXT NOT NULL,
    PRIMARY KEY (coded, formula, position)
) WITHOUT ROWID;
CREATE INDEX formula_countries_by_country ON formula_countries (country);

CREATE TABLE promises (
    coded INTEGER NOT NULL REFERENCES coded_reports (key),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    what TEXT NOT NULL,
    owed_by TEXT,
    strength TEXT NOT NULL,
    due_value TEXT,
    due_end TEXT,
    due_text TEXT,
    due_start INTEGER,
    due_stop INTEGER,
    first_day TEXT,
    last_day TEXT,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    PRIMARY KEY (coded, position)
) WITHOUT ROWID;
CREATE INDEX promises_by_kind ON promises (kind, first_day);

CREATE TABLE rejections (
    source TEXT NOT NULL,
    reason TEXT NOT NULL,
    hint TEXT NOT NULL,
    detail TEXT NOT NULL,
    version TEXT NOT NULL,
    seen TEXT NOT NULL,
    PRIMARY KEY (source, reason)
) WITHOUT ROWID;

CREATE VIRTUAL TABLE report_words USING fts5 (
    headline, text, content = 'reports', content_rowid = 'key', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TRIGGER reports_into_words AFTER INSERT ON reports BEGIN
    INSERT INTO report_words (rowid, headline, text) VALUES (new.key, new.headline, new.text);
END;

CREATE TRIGGER reports_keep_their_text BEFORE UPDATE OF id, source, headline, text, extra, added ON reports BEGIN
    SELECT RAISE(ABORT, 'the text of a report is never changed');
END;

CREATE TRIGGER reports_stay BEFORE DELETE ON reports BEGIN
    SELECT RAISE(ABORT, 'a report is never removed');
END;

CREATE TRIGGER runs_stay_as_they_were BEFORE UPDATE ON runs BEGIN
    SELECT RAISE(ABORT, 'a run is never changed');
END;
