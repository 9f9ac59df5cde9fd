-- Reforms of the units (rulebook 1): by which document what became of which unit, and where each open goal went.

CREATE TABLE reform (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('add', 'rename', 'merge', 'split', 'exempt', 'restore', 'lead', 'kind')),
  document TEXT NOT NULL CHECK (trim(document) <> ''),
  effective_on TEXT NOT NULL,
  -- Null where it touched no year's goals.
  year INTEGER,
  by_name TEXT NOT NULL,
  at TEXT NOT NULL,
  -- Nothing takes effect on a day to come.
  CHECK (effective_on <= date(at, '+8 hours'))
) STRICT;

CREATE TABLE reform_unit (
  reform INTEGER NOT NULL,
  unit TEXT NOT NULL,
  -- from: as it was before; into: as it is since.
  part TEXT NOT NULL CHECK (part IN ('from', 'into')),
  name TEXT NOT NULL,
  PRIMARY KEY (reform, unit, part)
) STRICT, WITHOUT ROWID;

CREATE INDEX reform_unit_unit ON reform_unit (unit);

CREATE TABLE goal_move (
  reform INTEGER NOT NULL,
  goal TEXT NOT NULL,
  year INTEGER NOT NULL,
  from_unit TEXT NOT NULL,
  from_number INTEGER NOT NULL,
  title TEXT NOT NULL,
  to_unit TEXT,
  to_number INTEGER,
  reason TEXT NOT NULL,
  -- A goal goes to one unit, or nowhere and for a reason.
  PRIMARY KEY (reform, goal),
  CHECK ((to_unit IS NULL) = (to_number IS NULL)),
  CHECK (to_unit IS NOT NULL OR trim(reason) <> ''),
  CHECK (to_unit IS NOT from_unit)
) STRICT, WITHOUT ROWID;

CREATE INDEX goal_move_goal ON goal_move (goal);
CREATE INDEX goal_move_from ON goal_move (from_unit);

CREATE TRIGGER reform_is_never_updated BEFORE UPDATE ON reform
BEGIN
  SELECT RAISE(ABORT, 'a reform is never changed');
END;

CREATE TRIGGER reform_is_never_deleted BEFORE DELETE ON reform
BEGIN
  SELECT RAISE(ABORT, 'a reform is never changed');
END;

CREATE TRIGGER reform_unit_is_never_updated BEFORE UPDATE ON reform_unit
BEGIN
  SELECT RAISE(ABORT, 'a reform is never changed');
END;

CREATE TRIGGER reform_unit_is_never_deleted BEFORE DELETE ON reform_unit
BEGIN
  SELECT RAISE(ABORT, 'a reform is never changed');
END;

CREATE TRIGGER goal_move_is_never_updated BEFORE UPDATE ON goal_move
BEGIN
  SELECT RAISE(ABORT, 'a reform is never changed');
END;

CREATE TRIGGER goal_move_is_never_deleted BEFORE DELETE ON goal_move
BEGIN
  SELECT RAISE(ABORT, 'a reform is never changed');
END;

CREATE TRIGGER reform_unit_of_a_reform BEFORE INSERT ON reform_unit
WHEN NOT EXISTS (SELECT 1 FROM reform WHERE number = NEW.reform)
BEGIN
  SELECT RAISE(ABORT, 'a unit is reformed by a document');
END;

-- A goal moves only as the reform says, from a unit that the reform is about to one that goes on.
CREATE TRIGGER goal_move_of_a_reform BEFORE INSERT ON goal_move
WHEN NOT EXISTS (SELECT 1 FROM reform_unit WHERE reform = NEW.reform AND unit = NEW.from_unit AND part = 'from')
  OR (NEW.to_unit IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM reform_unit WHERE reform = NEW.reform AND unit = NEW.to_unit AND part = 'into'))
BEGIN
  SELECT RAISE(ABORT, 'a goal is moved by a reform of its unit');
END;

CREATE TRIGGER goal_moves_by_reform BEFORE UPDATE ON goal
WHEN (NEW.unit <> OLD.unit OR NEW.plan <> OLD.plan) AND NOT EXISTS (
  SELECT 1 FROM goal_move WHERE goal = NEW.id AND from_unit = OLD.unit AND to_unit = NEW.unit AND to_number = NEW.number)
BEGIN
  SELECT RAISE(ABORT, 'a goal is moved by a reform of its unit');
END;

-- Where the reform and another act meet in the same moment, whoever comes second decides again on what it finds.

CREATE TRIGGER assessed_goal_is_not_moved BEFORE INSERT ON goal_move
WHEN EXISTS (SELECT 1 FROM score WHERE year = NEW.year AND unit IN (NEW.from_unit, NEW.to_unit))
  OR EXISTS (SELECT 1 FROM unit_account WHERE year = NEW.year AND unit IN (NEW.from_unit, NEW.to_unit))
BEGIN
  SELECT RAISE(ABORT, 'decide again: the assessment of the unit has begun');
END;

CREATE TRIGGER adjusted_goal_is_not_moved BEFORE INSERT ON goal_move
WHEN EXISTS (SELECT 1 FROM adjustment WHERE year = NEW.year AND unit = NEW.from_unit
  AND status IN ('draft', 'asked', 'reviewed', 'returned'))
BEGIN
  SELECT RAISE(ABORT, 'decide again: an adjustment is open');
END;

CREATE TRIGGER inspected_goal_is_not_moved BEFORE INSERT ON goal_move
WHEN EXISTS (SELECT 1 FROM inspection_unit JOIN inspection ON inspection.id = inspection_unit.inspection
  WHERE inspection_unit.unit = NEW.from_unit AND inspection.status IN ('planned', 'drawn'))
BEGIN
  SELECT RAISE(ABORT, 'decide again: an inspection is open');
END;

CREATE TRIGGER adjustment_of_a_unit_that_takes_part BEFORE INSERT ON adjustment
WHEN NEW.status IN ('draft', 'asked', 'reviewed', 'returned')
  AND EXISTS (SELECT 1 FROM unit WHERE id = NEW.unit AND active = 0)
BEGIN
  SELECT RAISE(ABORT, 'decide again: the unit takes part no more');
END;

CREATE TRIGGER assessment_of_a_unit_that_takes_part BEFORE INSERT ON score
WHEN EXISTS (SELECT 1 FROM unit WHERE id = NEW.unit AND active = 0)
  AND NOT EXISTS (SELECT 1 FROM score WHERE year = NEW.year AND unit = NEW.unit)
BEGIN
  SELECT RAISE(ABORT, 'decide again: the unit takes part no more');
END;

CREATE TRIGGER inspection_of_a_unit_that_takes_part BEFORE INSERT ON inspection_unit
WHEN EXISTS (SELECT 1 FROM unit WHERE id = NEW.unit AND active = 0)
  AND NOT EXISTS (SELECT 1 FROM inspection_unit WHERE inspection = NEW.inspection AND unit = NEW.unit)
BEGIN
  SELECT RAISE(ABORT, 'decide again: the unit takes part no more');
END;

-- What is said of a goal is said by the unit whose goal it is, and takes part.

CREATE TRIGGER progress_of_the_goals_own_unit BEFORE INSERT ON progress
WHEN EXISTS (SELECT 1 FROM goal WHERE id = NEW.goal AND unit <> NEW.unit)
  OR EXISTS (SELECT 1 FROM unit WHERE id = NEW.unit AND active = 0)
BEGIN
  SELECT RAISE(ABORT, 'decide again: the goal is another unit''s');
END;

CREATE TRIGGER judgement_of_the_goals_own_unit BEFORE INSERT ON judgement
WHEN EXISTS (SELECT 1 FROM goal WHERE id = NEW.goal AND unit <> NEW.unit)
BEGIN
  SELECT RAISE(ABORT, 'decide again: the goal is another unit''s');
END;

CREATE TRIGGER help_of_the_goals_own_unit BEFORE INSERT ON help_request
WHEN NOT EXISTS (SELECT 1 FROM help_request WHERE id = NEW.id)
  AND (EXISTS (SELECT 1 FROM goal WHERE id = NEW.goal AND unit <> NEW.unit)
    OR EXISTS (SELECT 1 FROM unit WHERE id = NEW.unit AND active = 0))
BEGIN
  SELECT RAISE(ABORT, 'decide again: the goal is another unit''s');
END;

CREATE TRIGGER finding_of_a_unit_that_takes_part BEFORE INSERT ON finding
WHEN NOT EXISTS (SELECT 1 FROM finding WHERE id = NEW.id)
  AND EXISTS (SELECT 1 FROM unit WHERE id = NEW.unit AND active = 0)
BEGIN
  SELECT RAISE(ABORT, 'decide again: the unit takes part no more');
END;

-- What was found of an ended unit is its successor's to put right; nothing else of it changes.
DROP TRIGGER finding_fixed;

CREATE TRIGGER finding_fixed BEFORE UPDATE ON finding
WHEN OLD.goal IS NOT NEW.goal OR OLD.fact <> NEW.fact OR OLD.kind <> NEW.kind
  OR OLD.severity IS NOT NEW.severity OR OLD.status = 'withdrawn'
  OR (OLD.unit <> NEW.unit AND NOT EXISTS (
    SELECT 1 FROM reform_unit AS was JOIN reform_unit AS now ON now.reform = was.reform
    WHERE was.unit = OLD.unit AND was.part = 'from' AND now.unit = NEW.unit AND now.part = 'into'))
BEGIN
  SELECT RAISE(ABORT, 'a finding is never changed');
END;

-- A task's unit is its goal's.
CREATE TRIGGER task_moves_with_its_goal AFTER UPDATE OF unit ON goal WHEN NEW.unit <> OLD.unit
BEGIN
  UPDATE task SET unit = NEW.unit WHERE goal = NEW.id AND status = 'open';
END;

-- What came to an ending unit after the reform was worked out sends it back: nothing stays behind.
CREATE TRIGGER ended_unit_leaves_nothing BEFORE UPDATE ON unit
WHEN OLD.active = 1 AND NEW.active = 0 AND EXISTS (
  SELECT 1 FROM reform JOIN reform_unit AS was ON was.reform = reform.number
  WHERE reform.number = (SELECT max(number) FROM reform) AND reform.kind IN ('merge', 'split') AND reform.year IS NOT NULL
    AND was.unit = OLD.id AND was.part = 'from'
    AND NOT EXISTS (SELECT 1 FROM reform_unit AS now WHERE now.reform = was.reform AND now.unit = OLD.id AND now.part = 'into')
    AND (EXISTS (SELECT 1 FROM goal WHERE year = reform.year AND unit = OLD.id AND status <> 'cancelled')
      OR EXISTS (SELECT 1 FROM finding WHERE year = reform.year AND unit = OLD.id AND status <> 'withdrawn')
      OR EXISTS (SELECT 1 FROM help_request WHERE year = reform.year AND unit = OLD.id AND status = 'open')
      OR EXISTS (SELECT 1 FROM adjustment WHERE year = reform.year AND unit = OLD.id
        AND status IN ('draft', 'asked', 'reviewed', 'returned'))
      OR EXISTS (SELECT 1 FROM inspection_unit JOIN inspection ON inspection.id = inspection_unit.inspection
        WHERE inspection_unit.unit = OLD.id AND inspection.status IN ('planned', 'drawn'))))
BEGIN
  SELECT RAISE(ABORT, 'decide again: something came to the unit that ends');
END;
