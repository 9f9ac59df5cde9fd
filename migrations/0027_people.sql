-- People, roles and groups kept by the office in the chat (Articles 3-6, 20, 22).

-- A unit is in one group of a kind at most (Articles 5, 20, 22): nobody is assessed twice.
CREATE TRIGGER team_unit_alone BEFORE INSERT ON team_unit
WHEN EXISTS (
  SELECT 1 FROM team_unit AS other JOIN team ON team.id = other.group_id AND team.active = 1
  WHERE other.unit = NEW.unit AND other.group_id <> NEW.group_id
    AND team.kind = (SELECT kind FROM team WHERE id = NEW.group_id AND active = 1)
)
BEGIN
  SELECT RAISE(ABORT, 'the unit is in another group of this kind');
END;

-- That the end of a role was told beforehand: `soon` some working days before, `day` on its last day.
CREATE TABLE role_told (
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  scope TEXT NOT NULL,
  to_on TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('soon', 'day')),
  PRIMARY KEY (person, role, scope, to_on, what)
) STRICT, WITHOUT ROWID;

CREATE INDEX role_held_end ON role_held (to_on) WHERE to_on IS NOT NULL;

-- One person took over from another; `number` is the version of the organization that it made.
CREATE TABLE replacement (
  number INTEGER PRIMARY KEY,
  leaver TEXT NOT NULL,
  successor TEXT NOT NULL CHECK (successor <> leaver),
  leaves INTEGER NOT NULL CHECK (leaves IN (0, 1)),
  moved TEXT NOT NULL CHECK (json_valid(moved)),
  kept TEXT NOT NULL CHECK (json_valid(kept)),
  by_name TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

CREATE INDEX replacement_leaver ON replacement (leaver, number);
CREATE INDEX replacement_successor ON replacement (successor, number);

CREATE TRIGGER replacement_kept BEFORE UPDATE ON replacement
BEGIN
  SELECT RAISE(ABORT, 'a replacement is not changed');
END;
CREATE TRIGGER replacement_stays BEFORE DELETE ON replacement
BEGIN
  SELECT RAISE(ABORT, 'a replacement is not deleted');
END;

-- Who left in the chat left nothing behind: no role, no unit, no task, whatever came in between.
CREATE TABLE departure (
  person TEXT NOT NULL,
  on_day TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (person, at)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER departure_bare BEFORE INSERT ON departure
WHEN EXISTS (SELECT 1 FROM role_held WHERE person = NEW.person AND (to_on IS NULL OR to_on > NEW.on_day))
  OR EXISTS (SELECT 1 FROM unit WHERE leader = NEW.person AND active = 1)
  OR EXISTS (SELECT 1 FROM task JOIN goal ON goal.id = task.goal AND goal.status = 'in-force'
    JOIN year ON year.year = task.year AND year.current = 1 AND year.phase IN ('execution', 'assessment')
    WHERE task.owner = NEW.person AND task.status = 'open' AND task.percent < 100)
BEGIN
  SELECT RAISE(ABORT, 'decide again: the person still has something');
END;

-- Nobody gets a task who has left, or leaves at the same moment.
CREATE TRIGGER task_owner_here BEFORE INSERT ON task
WHEN NEW.status = 'open' AND EXISTS (SELECT 1 FROM departure JOIN person ON person.id = departure.person
  WHERE departure.person = NEW.owner AND person.ended_on IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM task AS old WHERE old.id = NEW.id AND old.owner = NEW.owner)
BEGIN
  SELECT RAISE(ABORT, 'decide again: the owner of the task has left');
END;
