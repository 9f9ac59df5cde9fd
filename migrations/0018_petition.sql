-- Petitions to the leading group (Article 32). The journal holds number, step and seal; `petition` what the journal says.
-- The words, and who wrote which number, stand in the tables below it, which no list, export or history reads.

CREATE TABLE petition (
  number TEXT PRIMARY KEY,
  year INTEGER NOT NULL,
  sequence INTEGER NOT NULL CHECK (sequence > 0),
  status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
  waits_for TEXT NOT NULL CHECK (waits_for IN ('leaders', 'writer', 'nobody')),
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
  proposal INTEGER,
  written_at TEXT NOT NULL,
  moved_at TEXT NOT NULL,
  UNIQUE (year, sequence)
) STRICT, WITHOUT ROWID;

-- The list of the leading group: what is open first, the oldest before.
CREATE INDEX petition_list ON petition (status DESC, written_at);

CREATE TABLE petition_entrusted (
  petition TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (petition, person)
) STRICT, WITHOUT ROWID;

-- The journal can be read by anybody who may read the tables: of a petition it names nobody who wrote or decided.
CREATE TRIGGER petition_journal_names_nobody BEFORE INSERT ON journal
WHEN NEW.subject >= 'petition:' AND NEW.subject < 'petition;'
  AND (NEW.by_person NOT IN ('writer', 'leading-group', 'receiver') OR NEW.in_name_of <> NEW.by_person
    OR NEW.cause <> NEW.subject || ':' || NEW.version)
BEGIN
  SELECT RAISE(ABORT, 'a petition names nobody');
END;

-- Makes the seals and the writers' handles; drawn once, and never shown.
CREATE TABLE petition_key (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  secret TEXT NOT NULL
) STRICT;

INSERT INTO petition_key (one, secret) VALUES (1, lower(hex(randomblob(32))));

-- The office's register. `handle` is what the writer's own cards know the petition by.
CREATE TABLE petition_register (
  handle TEXT PRIMARY KEY,
  petition TEXT NOT NULL UNIQUE,
  person TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX petition_register_person ON petition_register (person, at);
CREATE INDEX petition_register_at ON petition_register (at);

CREATE TRIGGER petition_register_is_never_updated BEFORE UPDATE ON petition_register
BEGIN
  SELECT RAISE(ABORT, 'the register is never changed');
END;

CREATE TRIGGER petition_register_is_never_deleted BEFORE DELETE ON petition_register
BEGIN
  SELECT RAISE(ABORT, 'the register is never changed');
END;

-- What was written at each step; its seal is in the journal.
CREATE TABLE petition_paper (
  petition TEXT NOT NULL,
  place INTEGER NOT NULL CHECK (place > 0),
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (petition, place)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER petition_paper_is_never_updated BEFORE UPDATE ON petition_paper
BEGIN
  SELECT RAISE(ABORT, 'a petition is never changed');
END;

CREATE TRIGGER petition_paper_is_never_deleted BEFORE DELETE ON petition_paper
BEGIN
  SELECT RAISE(ABORT, 'a petition is never deleted');
END;

CREATE TRIGGER petition_paper_belongs_to_a_step BEFORE INSERT ON petition_paper
WHEN NOT EXISTS (SELECT 1 FROM journal WHERE subject = 'petition:' || NEW.petition AND version = NEW.place)
BEGIN
  SELECT RAISE(ABORT, 'a paper without a step');
END;

-- Whom it concerns: they neither get nor see it.
CREATE TABLE petition_concerned (
  petition TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (petition, person)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER petition_concerned_is_never_deleted BEFORE DELETE ON petition_concerned
BEGIN
  SELECT RAISE(ABORT, 'whom a petition concerns stays concerned');
END;

-- What was passed on, by the place of its paper: to a person, or to a unit's heads.
CREATE TABLE petition_passed (
  petition TEXT NOT NULL,
  place INTEGER NOT NULL,
  person TEXT,
  unit TEXT,
  reported INTEGER NOT NULL CHECK (reported IN (0, 1)),
  at TEXT NOT NULL,
  PRIMARY KEY (petition, place),
  CHECK ((person IS NULL) <> (unit IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX petition_passed_person ON petition_passed (person) WHERE person IS NOT NULL;
CREATE INDEX petition_passed_unit ON petition_passed (unit) WHERE unit IS NOT NULL;

-- It is never passed on to whom it concerns.
CREATE TRIGGER petition_is_not_passed_to_whom_it_concerns BEFORE INSERT ON petition_passed
WHEN EXISTS (SELECT 1 FROM petition_concerned WHERE petition = NEW.petition AND person = NEW.person)
BEGIN
  SELECT RAISE(ABORT, 'passed on to whom it concerns');
END;

-- A person's newest cards: what is said beneath a petition is kept nowhere.
CREATE INDEX delivery_person ON delivery (person, sent_at);
