-- Keys under which the file was before its password was changed. Copies and attached files that are still under one of them
-- are opened by it and brought under the key in use when they are met.
CREATE TABLE former_key (
    head   BLOB NOT NULL PRIMARY KEY CHECK (length(head) = 16),
    secret BLOB NOT NULL CHECK (length(secret) = 16)
) STRICT, WITHOUT ROWID;
