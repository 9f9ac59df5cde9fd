-- Inspection (Articles 19, 20): visits, spot checks, findings, rectification.

CREATE TABLE inspection (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  -- Counted over the whole school's year.
  number INTEGER NOT NULL CHECK (number > 0),
  body TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('visit', 'check')),
  status TEXT NOT NULL CHECK (status IN ('planned', 'stated', 'drawn', 'done', 'cancelled')),
  purpose TEXT NOT NULL,
  -- The day of a visit.
  held_on TEXT CHECK ((held_on IS NOT NULL) = (kind = 'visit')),
  moved_at TEXT NOT NULL,
  UNIQUE (year, number),
  CHECK (kind = 'check' OR status NOT IN ('stated', 'drawn'))
) STRICT, WITHOUT ROWID;

CREATE INDEX inspection_body ON inspection (body, year);
CREATE INDEX inspection_open ON inspection (status, year) WHERE status IN ('planned', 'stated', 'drawn');

-- Nothing is drawn twice, and what ended stays so.
CREATE TRIGGER inspection_forward BEFORE UPDATE ON inspection
WHEN OLD.status IN ('done', 'cancelled') OR (OLD.status = 'drawn' AND NEW.status <> 'done')
BEGIN
  SELECT RAISE(ABORT, 'an inspection never goes back');
END;

CREATE TRIGGER inspection_kept BEFORE DELETE ON inspection
BEGIN
  SELECT RAISE(ABORT, 'an inspection is never deleted');
END;

-- The unit that is visited; the units that were drawn.
CREATE TABLE inspection_unit (
  inspection TEXT NOT NULL,
  unit TEXT NOT NULL,
  PRIMARY KEY (inspection, unit)
) STRICT, WITHOUT ROWID;

CREATE INDEX inspection_unit_unit ON inspection_unit (unit);

-- What was published to a unit. A note that is not published is in no list.
CREATE TABLE finding (
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  inspection TEXT NOT NULL,
  body TEXT NOT NULL,
  unit TEXT NOT NULL,
  goal TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('good', 'problem', 'rectification')),
  severity TEXT CHECK (severity IN ('slight', 'grave', 'serious')),
  fact TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('published', 'open', 'answered', 'accepted', 'withdrawn')),
  due_on TEXT CHECK ((due_on IS NOT NULL) = (kind = 'rectification')),
  published_by TEXT NOT NULL,
  published_at TEXT NOT NULL,
  -- When it was published, answered, returned, accepted or withdrawn, whichever was last.
  moved_at TEXT NOT NULL,
  UNIQUE (year, number),
  CHECK ((severity IS NULL) = (kind = 'good')),
  CHECK (status = 'withdrawn' OR (kind = 'rectification') = (status IN ('open', 'answered', 'accepted')))
) STRICT, WITHOUT ROWID;

CREATE INDEX finding_unit ON finding (unit, year);
CREATE INDEX finding_body ON finding (body, year);
CREATE INDEX finding_goal_open ON finding (goal) WHERE status IN ('open', 'answered');

CREATE INDEX finding_inspection ON finding (inspection);

-- Only what is inspected has findings, and nobody finds anything on the own unit (rulebook 4, 7).
CREATE TRIGGER finding_inspected BEFORE INSERT ON finding
WHEN NOT EXISTS (SELECT 1 FROM finding WHERE id = NEW.id)
  AND NOT EXISTS (SELECT 1 FROM inspection_unit JOIN inspection ON inspection.id = inspection_unit.inspection
    WHERE inspection_unit.inspection = NEW.inspection AND inspection_unit.unit = NEW.unit
      AND inspection.status IN ('planned', 'drawn', 'done'))
BEGIN
  SELECT RAISE(ABORT, 'decide again: the unit is not inspected');
END;

CREATE TRIGGER found_inspection_stays BEFORE UPDATE ON inspection
WHEN NEW.status = 'cancelled' AND EXISTS (SELECT 1 FROM finding WHERE inspection = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'decide again: something was found');
END;

CREATE TRIGGER finding_foreign BEFORE INSERT ON finding
WHEN NOT EXISTS (SELECT 1 FROM finding WHERE id = NEW.id)
  AND EXISTS (SELECT 1 FROM person WHERE id = NEW.published_by AND unit = NEW.unit)
BEGIN
  SELECT RAISE(ABORT, 'nobody inspects the own unit');
END;

CREATE TRIGGER finding_kept BEFORE DELETE ON finding
BEGIN
  SELECT RAISE(ABORT, 'a finding is never deleted');
END;

-- What was published stays as it was; only its course moves on.
CREATE TRIGGER finding_fixed BEFORE UPDATE ON finding
WHEN OLD.unit <> NEW.unit OR OLD.goal IS NOT NEW.goal OR OLD.fact <> NEW.fact OR OLD.kind <> NEW.kind
  OR OLD.severity IS NOT NEW.severity OR OLD.status = 'withdrawn'
BEGIN
  SELECT RAISE(ABORT, 'a finding is never changed');
END;

-- An inspector's own notes: they never enter the journal, which holds only their hash until they are published.
CREATE TABLE finding_note (
  id TEXT PRIMARY KEY,
  author TEXT NOT NULL,
  inspection TEXT NOT NULL,
  -- JSON of the note, exactly as hashed.
  note TEXT NOT NULL CHECK (json_valid(note)),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX finding_note_author ON finding_note (author, at);

CREATE TRIGGER finding_note_published BEFORE INSERT ON finding_note
WHEN EXISTS (SELECT 1 FROM finding WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'what is published is no note');
END;
