-- Chapter 4 of the regulation: a unit's plan of the year and its goals (Articles 8-16).

CREATE TABLE plan (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('drafting', 'in-review', 'in-ratification', 'in-force')),
  sent_parts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(sent_parts)),
  moved_at TEXT,
  UNIQUE (year, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE goal (
  id TEXT PRIMARY KEY,
  plan TEXT NOT NULL,
  year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('key', 'special', 'routine')),
  number INTEGER NOT NULL CHECK (number > 0),
  status TEXT NOT NULL
    CHECK (status IN ('draft', 'sent', 'passed', 'returned', 'ratified', 'in-force', 'cancelled')),
  drafter TEXT NOT NULL CHECK (drafter IN ('unit', 'group', 'leader')),
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  measure TEXT NOT NULL,
  criterion TEXT NOT NULL,
  due_on TEXT,
  weight INTEGER NOT NULL CHECK (weight > 0),
  work_item TEXT,
  exception INTEGER NOT NULL DEFAULT 0 CHECK (exception IN (0, 1)),
  remark TEXT NOT NULL DEFAULT '',
  UNIQUE (plan, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX goal_unit ON goal (year, unit, number);
