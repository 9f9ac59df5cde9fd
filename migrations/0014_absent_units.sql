-- A unit that takes part no more (merged, exempted, ended by a roster) holds nothing up: its plan stands as it was, and
-- what its open goals refer to can end.

CREATE TRIGGER plan_of_an_absent_unit_stands BEFORE INSERT ON plan
WHEN EXISTS (SELECT 1 FROM unit WHERE id = NEW.unit AND active = 0)
BEGIN
  SELECT RAISE(ABORT, 'decide again: the unit takes part no more');
END;

DROP TRIGGER used_work_item_is_not_ended;

CREATE TRIGGER used_work_item_is_not_ended BEFORE INSERT ON work_item
WHEN NEW.active = 0 AND EXISTS (
  SELECT 1 FROM goal JOIN year ON year.year = goal.year AND year.current = 1
  WHERE goal.work_item = NEW.id AND goal.status <> 'cancelled'
    AND (goal.status IN ('ratified', 'in-force') OR goal.unit NOT IN (SELECT id FROM unit WHERE active = 0)))
BEGIN
  SELECT RAISE(ABORT, 'decide again: a goal has the work item');
END;

DROP TRIGGER served_priority_is_not_ended;

CREATE TRIGGER served_priority_is_not_ended BEFORE INSERT ON priority
WHEN NEW.active = 0 AND EXISTS (
  SELECT 1 FROM goal JOIN year ON year.year = goal.year AND year.current = 1
  WHERE goal.priority = NEW.id AND goal.status <> 'cancelled'
    AND (goal.status IN ('ratified', 'in-force') OR goal.unit NOT IN (SELECT id FROM unit WHERE active = 0)))
BEGIN
  SELECT RAISE(ABORT, 'decide again: a goal serves the priority');
END;
