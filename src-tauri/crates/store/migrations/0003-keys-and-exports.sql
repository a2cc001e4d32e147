-- Keys under which the file was before its password was changed. Copies and attached files that are still under one of them
-- are opened by it and brought under the key in use when they are met.
CREATE TABLE former_key (
    head   BLOB NOT NULL PRIMARY KEY CHECK (length(head) = 16),
    secret BLOB NOT NULL CHECK (length(secret) = 16)
) STRICT, WITHOUT ROWID;

-- What was given out: papers, packages, copies. It is a journal of the work with the file and no part of what the file holds, so
-- it is neither undone nor part of the open data.
CREATE TABLE export (
    number   INTEGER PRIMARY KEY,
    at       TEXT NOT NULL,
    what     TEXT NOT NULL,
    place    TEXT NOT NULL,
    personal INTEGER NOT NULL CHECK (personal IN (0, 1))
) STRICT;
