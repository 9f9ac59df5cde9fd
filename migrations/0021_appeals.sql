-- How units answer their feedback, their appeals, and every version of their scores (Articles 22, 29).

-- One row a decided assessment: whether the version that holds was answered, and from which day the days to answer run.
CREATE TABLE feedback (
  year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('waiting', 'received', 'appealed', 'settled', 'silent')),
  from_on TEXT NOT NULL,
  -- When the version that holds was decided, or the days began anew.
  at TEXT NOT NULL,
  PRIMARY KEY (year, unit)
) STRICT, WITHOUT ROWID;

CREATE INDEX feedback_waiting ON feedback (year, from_on) WHERE answer = 'waiting';

-- Without the words. `waits_for` is who has to act.
CREATE TABLE appeal (
  year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  status TEXT NOT NULL CHECK (status IN ('draft', 'sent', 'with-group', 'agreed', 'with-leaders', 'decided', 'withdrawn')),
  items INTEGER NOT NULL CHECK (items >= 0),
  heard_by TEXT CHECK (heard_by IN ('group', 'leaders')),
  outcome TEXT CHECK (outcome IN ('kept', 'changed')),
  sent_at TEXT,
  moved_at TEXT NOT NULL,
  -- JSON list of those whose word on the group's outcome is waited for; null while none is put.
  awaited TEXT CHECK (json_valid(awaited)),
  PRIMARY KEY (year, unit, number),
  CHECK ((outcome IS NOT NULL) = (status = 'decided')),
  CHECK ((heard_by IS NOT NULL) = (status = 'decided')),
  CHECK (status NOT IN ('sent', 'with-group', 'agreed', 'with-leaders', 'decided') OR (sent_at IS NOT NULL AND items > 0))
) STRICT, WITHOUT ROWID;

-- A unit has one appeal at a time.
CREATE UNIQUE INDEX appeal_open ON appeal (year, unit) WHERE status IN ('draft', 'sent', 'with-group', 'agreed', 'with-leaders');
CREATE INDEX appeal_list ON appeal (year, status, moved_at);

CREATE TRIGGER appeal_stays_ended BEFORE UPDATE ON appeal
WHEN OLD.status IN ('decided', 'withdrawn')
BEGIN
  SELECT RAISE(ABORT, 'decide again: the appeal has ended');
END;

CREATE TRIGGER appeal_is_kept BEFORE DELETE ON appeal
BEGIN
  SELECT RAISE(ABORT, 'an appeal is never deleted');
END;

-- Once the results are ratified, only the leading group changes a score.
CREATE TRIGGER appeal_of_ratified_results BEFORE UPDATE ON appeal
WHEN NEW.outcome = 'changed' AND NEW.heard_by <> 'leaders' AND EXISTS (SELECT 1 FROM result WHERE year = NEW.year)
BEGIN
  SELECT RAISE(ABORT, 'decide again: the results are ratified');
END;

-- Every version of a score, the first one without an appeal. `final` in hundredths.
CREATE TABLE score_version (
  year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  final INTEGER CHECK (final >= 0),
  appeal INTEGER,
  at TEXT NOT NULL,
  PRIMARY KEY (year, unit, version),
  CHECK ((appeal IS NULL) = (version = 1))
) STRICT, WITHOUT ROWID;

CREATE TRIGGER score_version_is_never_updated BEFORE UPDATE ON score_version
BEGIN
  SELECT RAISE(ABORT, 'a version of a score is never changed');
END;

CREATE TRIGGER score_version_is_never_deleted BEFORE DELETE ON score_version
BEGIN
  SELECT RAISE(ABORT, 'a version of a score is never deleted');
END;

-- A score changes by the decision of an appeal and by nothing else, one version after the other.
CREATE TRIGGER score_version_by_appeal BEFORE INSERT ON score_version
WHEN NEW.version > 1 AND (
  NOT EXISTS (SELECT 1 FROM appeal WHERE year = NEW.year AND unit = NEW.unit AND number = NEW.appeal AND outcome = 'changed')
  OR NOT EXISTS (SELECT 1 FROM score_version WHERE year = NEW.year AND unit = NEW.unit AND version = NEW.version - 1)
  OR EXISTS (SELECT 1 FROM score_version WHERE year = NEW.year AND unit = NEW.unit AND appeal = NEW.appeal))
BEGIN
  SELECT RAISE(ABORT, 'a score changes only by an appeal');
END;

CREATE TRIGGER score_is_decided_once BEFORE UPDATE ON score
WHEN OLD.status = 'decided' AND (NEW.status <> 'decided' OR (NEW.final IS NOT OLD.final AND NOT EXISTS (
  SELECT 1 FROM score_version AS last WHERE last.year = NEW.year AND last.unit = NEW.unit AND last.final IS NEW.final
    AND last.version > 1 AND last.version = (SELECT max(version) FROM score_version WHERE year = NEW.year AND unit = NEW.unit))))
BEGIN
  SELECT RAISE(ABORT, 'a score changes only by an appeal');
END;

-- What was decided before versions were kept.
INSERT INTO score_version (year, unit, version, final, appeal, at)
SELECT score.year, score.unit, 1, score.final, NULL, subject.state ->> '$.decidedAt'
FROM score JOIN subject ON subject.id = score.assessment WHERE score.status = 'decided';

INSERT INTO feedback (year, unit, answer, from_on, at)
SELECT score.year, score.unit, CASE score.answer WHEN 'received' THEN 'received' ELSE 'waiting' END,
  date(subject.state ->> '$.decidedAt', '+8 hours'), subject.state ->> '$.decidedAt'
FROM score JOIN subject ON subject.id = score.assessment WHERE score.status = 'decided';
