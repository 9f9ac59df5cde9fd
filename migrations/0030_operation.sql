-- Operation: which delivery a message came from, how the jobs of the clock went, and who asked for a backup.

-- Null where the journal does not say it either (Article 32), and for what was written before.
ALTER TABLE outbox ADD COLUMN cause TEXT;

CREATE TABLE job (
  name TEXT PRIMARY KEY,
  started_at TEXT NOT NULL,
  ended_at TEXT NOT NULL CHECK (ended_at >= started_at),
  -- When it last went well.
  good_at TEXT,
  -- Why it did not go well the last time: a word of the program's.
  fault TEXT,
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  CHECK (fault IS NOT NULL OR good_at IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE backup_wish (
  person TEXT PRIMARY KEY,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
