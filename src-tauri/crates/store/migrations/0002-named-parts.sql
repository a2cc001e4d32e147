-- Which record names which part of another: a row of a plan the task that it serves and the decisions that prove
-- it, a meeting the row of the plan that it answers. A part is no record, so no foreign key can watch it. Derived
-- from the bodies, as `link` is; takes the place of `planned`.
CREATE TABLE named_part (
    source BLOB NOT NULL REFERENCES record (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    part   BLOB NOT NULL CHECK (length(part) = 16),
    PRIMARY KEY (source, part)
) STRICT, WITHOUT ROWID;

CREATE INDEX named_part_by_part ON named_part (part, source);

INSERT INTO named_part (source, part) SELECT meeting, part FROM planned;

DROP TABLE planned;
