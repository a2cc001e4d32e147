-- People and organisations that the records of a community name, directly or through one another. Records of
-- other communities are never passed through.
WHERE record.community IS NULL AND record.id IN (
    WITH RECURSIVE reached (id) AS (
        SELECT link.target FROM record AS own JOIN link ON link.source = own.id WHERE own.community = ?1
        UNION
        SELECT link.target
        FROM reached
        JOIN record AS common ON common.id = reached.id AND common.community IS NULL
        JOIN link ON link.source = common.id
    )
    SELECT id FROM reached
)
