-- Attached files, addressed by the SHA-256 of their bytes. A row is written once and never changed.
CREATE TABLE file (
    sha256     BLOB NOT NULL PRIMARY KEY CHECK (length(sha256) = 32),
    size       INTEGER NOT NULL CHECK (size = length(bytes)),
    media_type TEXT NOT NULL,
    bytes      BLOB NOT NULL
) STRICT;

CREATE TRIGGER file_is_immutable BEFORE UPDATE ON file BEGIN
    SELECT RAISE(ABORT, 'a file is never changed');
END;
