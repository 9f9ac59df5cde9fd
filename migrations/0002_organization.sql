-- Chapter 2 of the regulation: people, units, groups, roles (Articles 3-6); priorities and work items of the year (9, 11).

CREATE TABLE unit (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('teaching', 'hospital', 'party', 'administrative', 'support')),
  leader TEXT,
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT, WITHOUT ROWID;

-- An ended unit keeps its name for old records; another may take the name over.
CREATE UNIQUE INDEX unit_name ON unit (name) WHERE active = 1;
CREATE INDEX unit_leader ON unit (leader, id) WHERE active = 1;

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  unit TEXT,
  title TEXT NOT NULL,
  mobile TEXT,
  email TEXT,
  ended_on TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
  platform TEXT NOT NULL,
  open_id TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (platform, open_id),
  UNIQUE (platform, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE team (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('working', 'inspection', 'assessment')),
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX team_name ON team (name) WHERE active = 1;

CREATE TABLE team_unit (
  group_id TEXT NOT NULL,
  unit TEXT NOT NULL,
  PRIMARY KEY (group_id, unit)
) STRICT, WITHOUT ROWID;

CREATE INDEX team_unit_unit ON team_unit (unit);

CREATE TABLE role_held (
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  scope TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT,
  PRIMARY KEY (person, role, scope)
) STRICT, WITHOUT ROWID;

CREATE INDEX role_held_role ON role_held (role, scope);

CREATE TABLE priority (
  id TEXT PRIMARY KEY,
  text TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE work_item (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  standard TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX work_item_name ON work_item (name) WHERE active = 1;
