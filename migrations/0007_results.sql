-- Gate reports, grades and ranks (Articles 25, 27, 31).

CREATE TABLE gate (
  year INTEGER NOT NULL,
  area TEXT NOT NULL,
  unit TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('pass', 'fail')),
  reason TEXT NOT NULL,
  PRIMARY KEY (year, area, unit),
  CHECK (verdict = 'pass' OR trim(reason) <> '')
) STRICT, WITHOUT ROWID;

-- One row a unit, written when the results are ratified; `final` in hundredths.
CREATE TABLE result (
  year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  name TEXT NOT NULL,
  cohort TEXT NOT NULL CHECK (cohort IN ('standard', 'graded')),
  final INTEGER NOT NULL,
  grade TEXT NOT NULL CHECK (grade IN ('excellent', 'qualified', 'unqualified')),
  rank INTEGER NOT NULL CHECK (rank > 0),
  announced INTEGER NOT NULL CHECK (announced IN (0, 1)),
  PRIMARY KEY (year, unit)
) STRICT, WITHOUT ROWID;

-- What was announced stays as it was announced.
CREATE TRIGGER result_is_frozen BEFORE UPDATE ON result WHEN OLD.announced = 1
BEGIN
  SELECT RAISE(ABORT, 'announced results are frozen');
END;

CREATE TRIGGER result_is_kept BEFORE DELETE ON result WHEN OLD.announced = 1
BEGIN
  SELECT RAISE(ABORT, 'announced results are frozen');
END;
