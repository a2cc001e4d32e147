-- Records are documents: the JSON of one record in one row. Only what is in force lies in `record`; what was
-- deleted moves to `bin` with its whole text. So a foreign key to `record` says «is there and not deleted».
CREATE TABLE record (
    id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind       TEXT NOT NULL,
    -- The community whose record it is; people and organisations are common to all.
    community  BLOB REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
    -- The number of the change that wrote the row last. It never repeats within a file, so a page that saw
    -- another one is refused even when the record was deleted and brought back meanwhile.
    revision   INTEGER NOT NULL,
    format     INTEGER NOT NULL,
    body       TEXT NOT NULL,
    sha256     BLOB NOT NULL CHECK (length(sha256) = 32)
) STRICT;

CREATE INDEX record_by_community ON record (community, kind);
CREATE INDEX record_by_kind ON record (kind);

-- Which record names which, and of which kind the named one must be; an empty word allows any. Derived from the
-- bodies; kept so that nothing can name what is not there or what is something else.
CREATE TABLE link (
    source BLOB NOT NULL REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    target BLOB NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
    kind   TEXT NOT NULL,
    PRIMARY KEY (source, target, kind)
) STRICT, WITHOUT ROWID;

CREATE INDEX link_by_target ON link (target, source);

-- Identifiers of parts (questions, decisions, tasks), which must not repeat in the whole file. Two records may
-- hold the same part only within a transaction, while a part moves from one to the other.
CREATE TABLE part (
    record BLOB NOT NULL REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    id     BLOB NOT NULL CHECK (length(id) = 16),
    PRIMARY KEY (record, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX part_by_id ON part (id, record);

-- Which meeting answers which row of a plan. The row is a part, so no foreign key can watch it.
CREATE TABLE planned (
    meeting BLOB NOT NULL PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    part    BLOB NOT NULL CHECK (length(part) = 16)
) STRICT, WITHOUT ROWID;

CREATE INDEX planned_by_part ON planned (part, meeting);

-- Deleted records, to be brought back.
CREATE TABLE bin (
    id      BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind    TEXT NOT NULL,
    deleted TEXT NOT NULL,
    format  INTEGER NOT NULL,
    body    TEXT NOT NULL,
    sha256  BLOB NOT NULL CHECK (length(sha256) = 32)
) STRICT;

-- What a person did, in order. `undoes` names the operation that this one takes back; `undone_by` names the one
-- that took this one back and is empty again once that one was taken back in its turn.
CREATE TABLE operation (
    number    INTEGER PRIMARY KEY,
    id        BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    at        TEXT NOT NULL,
    name      TEXT NOT NULL,
    undoes    BLOB REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
    undone_by BLOB REFERENCES operation (id) DEFERRABLE INITIALLY DEFERRED,
    sha256    BLOB NOT NULL CHECK (length(sha256) = 32)
) STRICT;

CREATE INDEX operation_by_undoes ON operation (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX operation_by_undone_by ON operation (undone_by) WHERE undone_by IS NOT NULL;

-- The record before and after an operation, verbatim. It names a record without a foreign key, because history
-- outlives what it tells of.
CREATE TABLE revision (
    number        INTEGER PRIMARY KEY,
    operation     INTEGER NOT NULL REFERENCES operation (number) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    record        BLOB NOT NULL CHECK (length(record) = 16),
    kind          TEXT NOT NULL,
    before_format INTEGER,
    before        TEXT,
    after_format  INTEGER,
    after         TEXT,
    sha256        BLOB NOT NULL CHECK (length(sha256) = 32),
    UNIQUE (operation, record),
    CHECK ((before IS NULL) = (before_format IS NULL)),
    CHECK ((after IS NULL) = (after_format IS NULL))
) STRICT;

CREATE INDEX revision_by_record ON revision (record, number);

-- Full-text search: Russian stems and folded words, without the text itself. The row's number begins with the
-- record's day, so the newest come first without sorting. `search_row` says which record a row is.
CREATE VIRTUAL TABLE search USING fts5 (
    stems, words,
    content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'column', prefix = '2 3'
);

CREATE TABLE search_row (
    number INTEGER PRIMARY KEY,
    record BLOB NOT NULL UNIQUE REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- All words of four letters and more that the index has ever held. A typed beginning is turned into the words
-- that begin so, because FTS5 would otherwise gather every row of every one of them before it gives the first.
CREATE TABLE search_word (
    word TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- What the file remembers about itself: the last change, the day of the last full check, and the version of
-- the rules by which the search was built.
CREATE TABLE state (
    only    INTEGER PRIMARY KEY CHECK (only = 1),
    change  INTEGER NOT NULL,
    checked TEXT,
    search  INTEGER NOT NULL
) STRICT;

INSERT INTO state (only, change, checked, search) VALUES (1, 0, NULL, 0);
