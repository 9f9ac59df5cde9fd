-- Goals in force are added, changed and cancelled (Article 17).

-- What became of the goal by its last adjustment, in one line; '' where it was never adjusted.
ALTER TABLE goal ADD COLUMN adjusted TEXT NOT NULL DEFAULT '';

CREATE TABLE adjustment (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  -- Counted within the unit's plan.
  number INTEGER NOT NULL CHECK (number > 0),
  kind TEXT NOT NULL CHECK (kind IN ('add', 'change', 'cancel')),
  goal TEXT,
  title TEXT NOT NULL,
  -- The opened form that made it.
  opened TEXT,
  side TEXT NOT NULL CHECK (side IN ('unit', 'group', 'leader', 'office', 'leading')),
  status TEXT NOT NULL CHECK (status IN ('draft', 'asked', 'reviewed', 'returned', 'withdrawn', 'ratified')),
  asked_by TEXT NOT NULL,
  remark TEXT NOT NULL DEFAULT '',
  answered TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(answered)),
  moved_at TEXT NOT NULL,
  CHECK (kind = 'add' OR goal IS NOT NULL),
  UNIQUE (year, unit, number),
  UNIQUE (year, unit, opened)
) STRICT, WITHOUT ROWID;

CREATE INDEX adjustment_status ON adjustment (year, status);

-- One open adjustment a goal.
CREATE UNIQUE INDEX adjustment_open_of_goal ON adjustment (goal)
WHERE goal IS NOT NULL AND status IN ('draft', 'asked', 'reviewed', 'returned');

-- Where two subjects meet, whoever comes second decides again on what is so by then (as in 0008).
CREATE TRIGGER goal_has_one_open_adjustment BEFORE INSERT ON adjustment
WHEN NEW.goal IS NOT NULL AND NEW.status IN ('draft', 'asked', 'reviewed', 'returned') AND EXISTS (
  SELECT 1 FROM adjustment WHERE goal = NEW.goal AND id <> NEW.id
    AND status IN ('draft', 'asked', 'reviewed', 'returned'))
BEGIN
  SELECT RAISE(ABORT, 'decide again: the goal has an open adjustment');
END;

CREATE TRIGGER adjustment_ends_with_the_assessment BEFORE INSERT ON adjustment
WHEN NEW.status = 'ratified' AND EXISTS (SELECT 1 FROM score WHERE year = NEW.year AND unit = NEW.unit)
  AND NOT EXISTS (SELECT 1 FROM adjustment WHERE id = NEW.id AND status = 'ratified')
BEGIN
  SELECT RAISE(ABORT, 'decide again: the assessment of the unit has begun');
END;

-- An added goal, or one that takes another work item, is judged by the standard of the day (Article 11).
CREATE TRIGGER adjusted_goal_takes_the_standard_of_the_day BEFORE INSERT ON goal
WHEN NEW.work_item IS NOT NULL AND NEW.status = 'in-force'
  AND NEW.criterion <> (SELECT standard FROM work_item WHERE id = NEW.work_item AND active = 1)
  AND NOT EXISTS (SELECT 1 FROM goal WHERE id = NEW.id AND work_item IS NEW.work_item)
BEGIN
  SELECT RAISE(ABORT, 'decide again: the standard has changed');
END;
