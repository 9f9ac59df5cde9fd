-- Ratification by quorum (Article 16): who has answered on every goal that waits, for the lists of what waits.

ALTER TABLE plan ADD COLUMN answered TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(answered));
