-- Duties given to another person for a span of days (rulebook 7). A duty is a role with its scope; the role `all` stands for every one.

CREATE TABLE delegation (
  principal TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  delegate TEXT NOT NULL CHECK (delegate <> principal),
  duties TEXT NOT NULL CHECK (json_valid(duties) AND json_array_length(duties) > 0),
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL CHECK (to_on >= from_on),
  given_by TEXT NOT NULL,
  given_at TEXT NOT NULL,
  begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1)),
  ended_at TEXT,
  PRIMARY KEY (principal, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX delegation_held ON delegation (delegate, to_on);
CREATE INDEX delegation_open ON delegation (to_on) WHERE ended_at IS NULL;

-- A duty is given to one person at a time, whoever gives it.
CREATE TRIGGER delegation_alone BEFORE INSERT ON delegation
WHEN EXISTS (
  SELECT 1 FROM delegation AS other, json_each(other.duties) AS held, json_each(NEW.duties) AS given
  WHERE other.principal = NEW.principal AND other.number <> NEW.number AND other.ended_at IS NULL
    AND other.from_on <= NEW.to_on AND NEW.from_on <= other.to_on
    AND (held.value ->> '$.role' = 'all' OR given.value ->> '$.role' = 'all'
      OR (held.value ->> '$.role' = given.value ->> '$.role' AND held.value ->> '$.scope' = given.value ->> '$.scope'))
)
BEGIN
  SELECT RAISE(ABORT, 'decide again: the duty is given to another for these days');
END;

-- What was given stays as it was given, and what has ended stays ended.
CREATE TRIGGER delegation_as_given BEFORE UPDATE OF principal, number, delegate, duties, from_on, to_on, given_by, given_at ON delegation
BEGIN
  SELECT RAISE(ABORT, 'a delegation is not changed');
END;

CREATE TRIGGER delegation_ended BEFORE UPDATE ON delegation
WHEN OLD.ended_at IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'the delegation has ended');
END;

CREATE TRIGGER delegation_kept BEFORE DELETE ON delegation
BEGIN
  SELECT RAISE(ABORT, 'a delegation is not deleted');
END;

-- Nobody acts in another's name but by a delegation that holds on the day of the act, whatever came in between.
CREATE TRIGGER journal_in_name BEFORE INSERT ON journal
WHEN NEW.by_person <> NEW.in_name_of AND NOT EXISTS (
  SELECT 1 FROM delegation
  WHERE principal = NEW.in_name_of AND delegate = NEW.by_person AND ended_at IS NULL
    AND from_on <= date(NEW.at, '+8 hours') AND to_on >= date(NEW.at, '+8 hours'))
BEGIN
  SELECT RAISE(ABORT, 'decide again: the delegation does not hold');
END;
