-- Standards and priorities kept in the chat (Articles 9, 11, 28), budgets summed (30).

ALTER TABLE goal ADD COLUMN priority TEXT;
ALTER TABLE goal ADD COLUMN budget INTEGER;

UPDATE goal SET
  priority = (SELECT one.value ->> '$.content.priority' FROM subject, json_each(subject.state, '$.goals') AS one
    WHERE subject.id = goal.plan AND one.value ->> '$.id' = goal.id),
  budget = (SELECT one.value ->> '$.content.budget' FROM subject, json_each(subject.state, '$.goals') AS one
    WHERE subject.id = goal.plan AND one.value ->> '$.id' = goal.id);

CREATE INDEX goal_work_item ON goal (year, work_item) WHERE work_item IS NOT NULL;
CREATE INDEX goal_priority ON goal (year, priority) WHERE priority IS NOT NULL;

-- What a work item's standard was before and after each change, for the people who are told.
CREATE TABLE standard_change (
  item TEXT NOT NULL,
  version INTEGER NOT NULL,
  name TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  by_name TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (item, version)
) STRICT, WITHOUT ROWID;

-- A standard, a priority and the goals that refer to them are different subjects, so that no version guards one against
-- the other. These triggers do: whoever comes second decides again on what is so by then.

CREATE TRIGGER goal_is_ratified_by_the_standard_of_the_day BEFORE UPDATE ON goal
WHEN NEW.work_item IS NOT NULL
  AND NEW.status IN ('ratified', 'in-force') AND OLD.status NOT IN ('ratified', 'in-force')
  AND NEW.criterion <> (SELECT standard FROM work_item WHERE id = NEW.work_item AND active = 1)
BEGIN
  SELECT RAISE(ABORT, 'decide again: the standard has changed');
END;

CREATE TRIGGER standard_is_fixed_by_the_first_ratification BEFORE UPDATE OF standard ON work_item
WHEN NEW.standard <> OLD.standard AND EXISTS (
  SELECT 1 FROM goal JOIN year ON year.year = goal.year AND year.current = 1
  WHERE goal.work_item = NEW.id AND goal.status IN ('ratified', 'in-force'))
BEGIN
  SELECT RAISE(ABORT, 'decide again: a goal of the work item is ratified');
END;

-- Rows are upserted, and of an upsert only the triggers before the insert always run.
CREATE TRIGGER used_work_item_is_not_ended BEFORE INSERT ON work_item
WHEN NEW.active = 0 AND EXISTS (
  SELECT 1 FROM goal JOIN year ON year.year = goal.year AND year.current = 1
  WHERE goal.work_item = NEW.id AND goal.status <> 'cancelled')
BEGIN
  SELECT RAISE(ABORT, 'decide again: a goal has the work item');
END;

CREATE TRIGGER served_priority_is_not_ended BEFORE INSERT ON priority
WHEN NEW.active = 0 AND EXISTS (
  SELECT 1 FROM goal JOIN year ON year.year = goal.year AND year.current = 1
  WHERE goal.priority = NEW.id AND goal.status <> 'cancelled')
BEGIN
  SELECT RAISE(ABORT, 'decide again: a goal serves the priority');
END;

CREATE TRIGGER goal_refers_to_what_has_not_ended BEFORE INSERT ON goal
WHEN (EXISTS (SELECT 1 FROM work_item WHERE id = NEW.work_item AND active = 0)
    OR EXISTS (SELECT 1 FROM priority WHERE id = NEW.priority AND active = 0))
  AND NOT EXISTS (
    SELECT 1 FROM goal WHERE id = NEW.id AND work_item IS NEW.work_item AND priority IS NEW.priority)
BEGIN
  SELECT RAISE(ABORT, 'decide again: a work item or priority has ended');
END;
