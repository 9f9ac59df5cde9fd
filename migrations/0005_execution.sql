-- Chapter 5 of the regulation: goals are realised (Articles 18-20). Reports are followed, never changed.

CREATE TABLE progress (
  id TEXT PRIMARY KEY,
  goal TEXT NOT NULL,
  year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
  state TEXT NOT NULL CHECK (state IN ('on-track', 'at-risk', 'behind')),
  done TEXT NOT NULL,
  next TEXT NOT NULL,
  difficulty TEXT NOT NULL,
  reason TEXT NOT NULL,
  cost INTEGER CHECK (cost >= 0),
  evidence TEXT NOT NULL CHECK (json_valid(evidence)),
  by_person TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX progress_goal ON progress (goal, at);

CREATE TRIGGER progress_is_never_updated BEFORE UPDATE ON progress
BEGIN
  SELECT RAISE(ABORT, 'a progress report is never changed');
END;

CREATE TRIGGER progress_is_never_deleted BEFORE DELETE ON progress
BEGIN
  SELECT RAISE(ABORT, 'a progress report is never deleted');
END;

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  message_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('image', 'file')),
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('awaited', 'kept')),
  size INTEGER,
  sha256 TEXT,
  goal TEXT,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX evidence_person ON evidence (person, at);
CREATE INDEX evidence_goal ON evidence (goal) WHERE goal IS NOT NULL;
