-- Reminders (rulebook 4): what a person put off, to whom overdue matters went, by when plans are to be sent.

CREATE TABLE snooze (
  person TEXT NOT NULL,
  matter TEXT NOT NULL,
  -- The first day on which it is shown again.
  until_on TEXT NOT NULL,
  PRIMARY KEY (person, matter)
) STRICT, WITHOUT ROWID;

-- Step 0 is whoever has to do it. A matter that is due anew begins anew.
CREATE TABLE escalation (
  matter TEXT NOT NULL,
  due_on TEXT NOT NULL,
  step INTEGER NOT NULL CHECK (step >= 0),
  level TEXT NOT NULL CHECK (level IN ('own', 'head', 'office', 'leader')),
  year INTEGER NOT NULL,
  -- JSON list of `{ id, name }`; empty where nobody held the role.
  people TEXT NOT NULL CHECK (json_valid(people)),
  on_day TEXT NOT NULL CHECK (on_day > due_on),
  PRIMARY KEY (matter, due_on, step)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER escalation_skips_no_step BEFORE INSERT ON escalation
WHEN NEW.step > 0 AND NOT EXISTS (
  SELECT 1 FROM escalation WHERE matter = NEW.matter AND due_on = NEW.due_on AND step = NEW.step - 1 AND on_day < NEW.on_day)
BEGIN
  SELECT RAISE(ABORT, 'an escalation skips no step');
END;

CREATE TRIGGER escalation_is_never_updated BEFORE UPDATE ON escalation
BEGIN
  SELECT RAISE(ABORT, 'an escalation is never changed');
END;

CREATE TRIGGER escalation_is_never_deleted BEFORE DELETE ON escalation
BEGIN
  SELECT RAISE(ABORT, 'an escalation is never deleted');
END;

CREATE TABLE plan_deadline (
  year INTEGER PRIMARY KEY,
  due_on TEXT NOT NULL
) STRICT;
