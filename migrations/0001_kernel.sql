-- The corridor: receipt, journal, state, outbox. One text for SQLite and D1.

CREATE TABLE receipt (
  cause TEXT PRIMARY KEY,
  outcome TEXT NOT NULL CHECK (json_valid(outcome)),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX receipt_at ON receipt (at);

CREATE TABLE journal (
  sequence INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  type TEXT NOT NULL,
  at TEXT NOT NULL,
  by_person TEXT NOT NULL,
  in_name_of TEXT NOT NULL,
  cause TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (subject, version)
) STRICT;

CREATE TRIGGER journal_is_never_updated BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

CREATE TABLE subject (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  hash TEXT NOT NULL,
  state TEXT NOT NULL CHECK (json_valid(state))
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  key TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('send', 'update', 'fetch')),
  person TEXT NOT NULL,
  view TEXT NOT NULL,
  params TEXT NOT NULL CHECK (json_valid(params)),
  about TEXT,
  message_id TEXT,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'leased', 'sent', 'parked', 'dropped')),
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at TEXT NOT NULL,
  lease TEXT,
  wish INTEGER NOT NULL DEFAULT 1,
  error TEXT,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX outbox_due ON outbox (due_at) WHERE state IN ('waiting', 'leased');
CREATE INDEX outbox_parked ON outbox (created_at) WHERE state = 'parked';

CREATE TABLE delivery (
  message_id TEXT PRIMARY KEY,
  chat_id TEXT NOT NULL,
  person TEXT NOT NULL,
  view TEXT NOT NULL,
  params TEXT NOT NULL CHECK (json_valid(params)),
  about TEXT,
  sent_at TEXT NOT NULL,
  live INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX delivery_about ON delivery (about) WHERE live = 1;
CREATE INDEX delivery_age ON delivery (sent_at) WHERE live = 1;

CREATE TABLE dialog (
  person TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (json_valid(state)),
  updated_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
