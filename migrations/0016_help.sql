-- Requests for help (Article 19): a reported difficulty stays open until it is answered or solved.

CREATE TABLE help_request (
  id TEXT PRIMARY KEY,
  goal TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'answered', 'solved')),
  words TEXT NOT NULL CHECK (words <> ''),
  holder TEXT NOT NULL,
  holder_name TEXT NOT NULL,
  asked_by TEXT NOT NULL,
  asked_name TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  due_on TEXT NOT NULL,
  moved_at TEXT NOT NULL,
  UNIQUE (goal, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX help_held ON help_request (holder, due_on) WHERE status = 'open';
CREATE INDEX help_due ON help_request (due_on) WHERE status = 'open';
CREATE INDEX help_unit ON help_request (unit, moved_at);
CREATE INDEX help_closed ON help_request (holder, moved_at) WHERE status <> 'open';

CREATE TRIGGER help_is_closed_once BEFORE UPDATE ON help_request WHEN OLD.status <> 'open'
BEGIN
  SELECT RAISE(ABORT, 'an answered or solved request is never changed');
END;

CREATE TRIGGER help_keeps_what_was_asked BEFORE UPDATE ON help_request
WHEN OLD.goal <> NEW.goal OR OLD.number <> NEW.number OR OLD.words <> NEW.words OR OLD.asked_by <> NEW.asked_by
  OR OLD.asked_at <> NEW.asked_at OR OLD.due_on <> NEW.due_on
BEGIN
  SELECT RAISE(ABORT, 'what was asked is never changed');
END;

CREATE TRIGGER help_is_never_deleted BEFORE DELETE ON help_request
BEGIN
  SELECT RAISE(ABORT, 'a request for help is never deleted');
END;
