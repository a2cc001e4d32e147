-- Full-text search anew: which word stands in which record, and whose record it is, and nothing else. The stems of words
-- stand beside the list of words: a typed word is turned into the words of its stem before the index is asked, so that
-- no stem is kept for each record. Rows keep the numbers that begin with the record's day, so the newest come first
-- without sorting. Built from the records on the next opening.
DROP TABLE search;

CREATE VIRTUAL TABLE search USING fts5 (
    words,
    content = '', contentless_delete = 1, tokenize = 'ascii', detail = 'none', prefix = '2 3'
);

-- Words are gathered up to this many bytes before they are written: taking in many records writes a few large pieces
-- and not hundreds of small ones that are joined again and again.
INSERT INTO search (search, rank) VALUES ('hashsize', 33554432);

DROP TABLE search_word;

-- All words that the index has ever held, each with its stem.
CREATE TABLE search_word (
    word TEXT NOT NULL PRIMARY KEY,
    stem TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX search_word_by_stem ON search_word (stem, word);

DELETE FROM search_row;

UPDATE state SET search = 0;
