-- What holds the results against everything else (Articles 25, 27, 29, 31; rulebook 6).

-- The whole correction after an appeal, a row for each unit that moved. `version` counts the year's corrections.
CREATE TABLE result_correction (
  year INTEGER NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  unit TEXT NOT NULL,
  old_final INTEGER NOT NULL,
  old_grade TEXT NOT NULL,
  old_rank INTEGER NOT NULL,
  final INTEGER NOT NULL,
  grade TEXT NOT NULL CHECK (grade IN ('excellent', 'qualified', 'unqualified')),
  rank INTEGER NOT NULL CHECK (rank > 0),
  PRIMARY KEY (year, version, unit)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER result_correction_starts_from_the_result BEFORE INSERT ON result_correction
WHEN NOT EXISTS (
  SELECT 1 FROM result WHERE year = NEW.year AND unit = NEW.unit
    AND final = NEW.old_final AND grade = NEW.old_grade AND rank = NEW.old_rank)
  OR NEW.version < (SELECT coalesce(max(version), 1) FROM result_correction WHERE year = NEW.year)
BEGIN
  SELECT RAISE(ABORT, 'a correction starts from the result as it is');
END;

CREATE TRIGGER result_correction_is_never_updated BEFORE UPDATE ON result_correction
BEGIN
  SELECT RAISE(ABORT, 'a correction is never changed');
END;

CREATE TRIGGER result_correction_is_never_deleted BEFORE DELETE ON result_correction
BEGIN
  SELECT RAISE(ABORT, 'a correction is never deleted');
END;

-- A ratified result is announced, or becomes what its last correction says; nothing else happens to it.
DROP TRIGGER result_is_frozen;
CREATE TRIGGER result_is_frozen BEFORE UPDATE ON result
WHEN NEW.year <> OLD.year OR NEW.unit <> OLD.unit OR NEW.name <> OLD.name OR NEW.cohort <> OLD.cohort
  OR NEW.announced < OLD.announced
  OR ((NEW.final <> OLD.final OR NEW.grade <> OLD.grade OR NEW.rank <> OLD.rank) AND NOT EXISTS (
    SELECT 1 FROM result_correction AS c
    WHERE c.year = OLD.year AND c.unit = OLD.unit
      AND c.version = (SELECT max(version) FROM result_correction WHERE year = OLD.year)
      AND c.old_final = OLD.final AND c.old_grade = OLD.grade AND c.old_rank = OLD.rank
      AND c.final = NEW.final AND c.grade = NEW.grade AND c.rank = NEW.rank))
BEGIN
  SELECT RAISE(ABORT, 'ratified results are frozen');
END;

DROP TRIGGER result_is_kept;
CREATE TRIGGER result_is_kept BEFORE DELETE ON result
BEGIN
  SELECT RAISE(ABORT, 'ratified results are frozen');
END;

-- Where two subjects meet in the same moment, the later one decides again on what it finds.
CREATE TRIGGER result_waits_for_its_score BEFORE INSERT ON result
WHEN EXISTS (
  SELECT 1 FROM score WHERE year = NEW.year AND unit = NEW.unit AND (status <> 'decided' OR answer = 'appealed'))
BEGIN
  SELECT RAISE(ABORT, 'decide again: a score is open, or an appeal');
END;

CREATE TRIGGER barred_unit_is_not_excellent BEFORE INSERT ON result
WHEN NEW.grade = 'excellent' AND EXISTS (
  SELECT 1 FROM gate WHERE year = NEW.year AND unit = NEW.unit AND verdict = 'fail')
BEGIN
  SELECT RAISE(ABORT, 'decide again: a unit that failed a gate area is not excellent');
END;

CREATE TRIGGER barred_unit_stays_not_excellent BEFORE UPDATE ON result
WHEN NEW.grade = 'excellent' AND EXISTS (
  SELECT 1 FROM gate WHERE year = NEW.year AND unit = NEW.unit AND verdict = 'fail')
BEGIN
  SELECT RAISE(ABORT, 'decide again: a unit that failed a gate area is not excellent');
END;

CREATE TRIGGER gate_is_closed_by_results_insert BEFORE INSERT ON gate
WHEN EXISTS (SELECT 1 FROM result WHERE year = NEW.year)
BEGIN
  SELECT RAISE(ABORT, 'decide again: the results are ratified');
END;

CREATE TRIGGER gate_is_closed_by_results_update BEFORE UPDATE ON gate
WHEN EXISTS (SELECT 1 FROM result WHERE year = NEW.year)
BEGIN
  SELECT RAISE(ABORT, 'decide again: the results are ratified');
END;

CREATE TRIGGER gate_is_never_deleted BEFORE DELETE ON gate
BEGIN
  SELECT RAISE(ABORT, 'a gate report is never deleted');
END;
