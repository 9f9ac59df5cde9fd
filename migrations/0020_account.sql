-- The unit's own account before its assessment, and the assessors' sheets without what is in them (Articles 21-24).

CREATE TABLE unit_account (
  -- account:<year>:<unit>
  id TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'signed')),
  -- Rises with everything that is stated.
  revision INTEGER NOT NULL CHECK (revision > 0),
  signed_by TEXT,
  signed_at TEXT,
  moved_at TEXT NOT NULL,
  UNIQUE (year, unit),
  CHECK ((signed_by IS NOT NULL) = (status = 'signed')),
  CHECK ((signed_at IS NOT NULL) = (status = 'signed'))
) STRICT, WITHOUT ROWID;

-- What it says of each goal. short: the goal fell short of what was to be reached.
CREATE TABLE unit_account_goal (
  account TEXT NOT NULL,
  goal TEXT NOT NULL,
  words TEXT NOT NULL,
  short INTEGER NOT NULL CHECK (short IN (0, 1)),
  reason TEXT NOT NULL,
  PRIMARY KEY (account, goal)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER unit_account_begins BEFORE INSERT ON unit_account
WHEN NEW.status = 'signed' AND NOT EXISTS (SELECT 1 FROM unit_account WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'an account is drafted before it is signed');
END;

CREATE TRIGGER unit_account_kept BEFORE DELETE ON unit_account
BEGIN
  SELECT RAISE(ABORT, 'an account is never deleted');
END;

-- One sheet a member and unit; what is in it stands nowhere but in its subject.
CREATE TABLE sheet (
  year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  member TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'sent', 'excused', 'closed')),
  -- Revision of the signed account on which it was sent; null where there was none.
  account INTEGER,
  sent_at TEXT,
  PRIMARY KEY (year, unit, member),
  CHECK ((sent_at IS NOT NULL) = (status IN ('sent', 'closed')))
) STRICT, WITHOUT ROWID;

CREATE INDEX sheet_member ON sheet (member, year);

-- Which findings a sheet has weighed; how, stands in its subject.
CREATE TABLE sheet_finding (
  year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  member TEXT NOT NULL,
  -- Number of the finding.
  finding INTEGER NOT NULL,
  PRIMARY KEY (year, unit, member, finding)
) STRICT, WITHOUT ROWID;

-- The sheets of before.
INSERT INTO sheet (year, unit, member, status, account, sent_at)
SELECT CAST(substr(id, 7, 4) AS INTEGER), substr(id, 12, instr(substr(id, 12), ':') - 1),
  substr(id, 12 + instr(substr(id, 12), ':')), state ->> '$.status', NULL,
  CASE WHEN state ->> '$.status' IN ('sent', 'closed') THEN state ->> '$.at' END
FROM subject WHERE id LIKE 'sheet:%' AND state ->> '$.status' <> 'empty';

-- Rulebook 4: every finding is taken or dropped before a sheet is sent.
CREATE TRIGGER sheet_weighed_first AFTER INSERT ON sheet
WHEN NEW.status = 'sent' AND EXISTS (SELECT 1 FROM finding
  WHERE finding.unit = NEW.unit AND finding.year = NEW.year AND finding.kind <> 'good' AND finding.status <> 'withdrawn'
    AND NOT EXISTS (SELECT 1 FROM sheet_finding AS weighed WHERE weighed.year = NEW.year AND weighed.unit = NEW.unit
      AND weighed.member = NEW.member AND weighed.finding = finding.number))
BEGIN
  SELECT RAISE(ABORT, 'decide again: a finding is not weighed');
END;

CREATE TRIGGER sheet_weighed AFTER UPDATE ON sheet
WHEN NEW.status = 'sent' AND OLD.status <> 'sent' AND EXISTS (SELECT 1 FROM finding
  WHERE finding.unit = NEW.unit AND finding.year = NEW.year AND finding.kind <> 'good' AND finding.status <> 'withdrawn'
    AND NOT EXISTS (SELECT 1 FROM sheet_finding AS weighed WHERE weighed.year = NEW.year AND weighed.unit = NEW.unit
      AND weighed.member = NEW.member AND weighed.finding = finding.number))
BEGIN
  SELECT RAISE(ABORT, 'decide again: a finding is not weighed');
END;

-- A sheet is sent on the account as it is signed then, or on none.
CREATE TRIGGER sheet_account_first AFTER INSERT ON sheet
WHEN NEW.status = 'sent' AND NEW.account IS NOT (SELECT revision FROM unit_account
  WHERE unit_account.year = NEW.year AND unit_account.unit = NEW.unit AND unit_account.status = 'signed')
BEGIN
  SELECT RAISE(ABORT, 'decide again: the account has moved');
END;

CREATE TRIGGER sheet_account AFTER UPDATE ON sheet
WHEN NEW.status = 'sent' AND NEW.sent_at IS NOT OLD.sent_at AND NEW.account IS NOT (SELECT revision FROM unit_account
  WHERE unit_account.year = NEW.year AND unit_account.unit = NEW.unit AND unit_account.status = 'signed')
BEGIN
  SELECT RAISE(ABORT, 'decide again: the account has moved');
END;

-- What is scored by is not taken back.
CREATE TRIGGER unit_account_scored BEFORE UPDATE ON unit_account
WHEN OLD.status = 'signed' AND (NEW.status <> 'signed' OR NEW.revision <> OLD.revision)
  AND EXISTS (SELECT 1 FROM sheet WHERE year = OLD.year AND unit = OLD.unit AND status IN ('sent', 'closed'))
BEGIN
  SELECT RAISE(ABORT, 'decide again: a sheet is sent');
END;

-- A signed account says of every goal in force what was reached, and why where it fell short.
CREATE TRIGGER unit_account_whole AFTER UPDATE ON unit_account
WHEN NEW.status = 'signed' AND OLD.status <> 'signed' AND EXISTS (SELECT 1 FROM goal
  WHERE goal.year = NEW.year AND goal.unit = NEW.unit AND goal.status = 'in-force'
    AND NOT EXISTS (SELECT 1 FROM unit_account_goal AS said WHERE said.account = NEW.id AND said.goal = goal.id
      AND said.words <> '' AND (said.short = 0 OR said.reason <> '')))
BEGIN
  SELECT RAISE(ABORT, 'decide again: the account is not whole');
END;

-- Nothing is stated any more once the group deliberates.
CREATE TRIGGER unit_account_in_time BEFORE UPDATE ON unit_account
WHEN EXISTS (SELECT 1 FROM score WHERE year = NEW.year AND unit = NEW.unit AND status <> 'sheets')
BEGIN
  SELECT RAISE(ABORT, 'decide again: the deliberation is open');
END;

-- The group deliberates on sheets that have weighed every finding.
CREATE TRIGGER deliberation_weighed BEFORE UPDATE ON score
WHEN NEW.status = 'deliberation' AND OLD.status = 'sheets' AND EXISTS (SELECT 1 FROM finding
  JOIN sheet ON sheet.year = finding.year AND sheet.unit = finding.unit AND sheet.status = 'sent'
  WHERE finding.unit = NEW.unit AND finding.year = NEW.year AND finding.kind <> 'good' AND finding.status <> 'withdrawn'
    AND NOT EXISTS (SELECT 1 FROM sheet_finding AS weighed WHERE weighed.year = sheet.year AND weighed.unit = sheet.unit
      AND weighed.member = sheet.member AND weighed.finding = finding.number))
BEGIN
  SELECT RAISE(ABORT, 'decide again: a finding is not weighed');
END;
