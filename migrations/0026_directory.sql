-- The platform's directory: which unit each of its departments is, and what it told of people since the last reading.

CREATE TABLE department_place (
  department TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- Null: the office says that it is no unit.
  unit TEXT
) STRICT, WITHOUT ROWID;

-- One row for a person and a matter, however often the platform tells it.
CREATE TABLE directory_note (
  open_id TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('joined', 'moved', 'changed', 'left', 'range')),
  name TEXT NOT NULL,
  at TEXT NOT NULL,
  times INTEGER NOT NULL CHECK (times > 0),
  told_at TEXT,
  PRIMARY KEY (open_id, what)
) STRICT, WITHOUT ROWID;

CREATE INDEX directory_note_untold ON directory_note (at) WHERE told_at IS NULL;
