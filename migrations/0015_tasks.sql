-- Tasks of a goal (Article 18), the indicator's value beside the percent, what the group accepts of a report, files that came together.

CREATE TABLE task (
  id TEXT PRIMARY KEY,
  goal TEXT NOT NULL,
  year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  owner TEXT NOT NULL,
  due_on TEXT NOT NULL,
  share INTEGER NOT NULL CHECK (share > 0),
  percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
  status TEXT NOT NULL CHECK (status IN ('open', 'ended')),
  UNIQUE (goal, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX task_owner ON task (owner) WHERE status = 'open';

CREATE TRIGGER task_is_ended_once BEFORE UPDATE ON task WHEN OLD.status = 'ended'
BEGIN
  SELECT RAISE(ABORT, 'an ended task is never changed');
END;

CREATE TRIGGER task_is_never_deleted BEFORE DELETE ON task
BEGIN
  SELECT RAISE(ABORT, 'a task is never deleted');
END;

ALTER TABLE progress ADD COLUMN value INTEGER;
ALTER TABLE progress ADD COLUMN task INTEGER;
ALTER TABLE progress ADD COLUMN task_percent INTEGER CHECK (task_percent BETWEEN 0 AND 100);
ALTER TABLE progress ADD COLUMN by_name TEXT NOT NULL DEFAULT '';

CREATE INDEX progress_spent ON progress (goal, id, cost) WHERE cost IS NOT NULL;

CREATE TABLE judgement (
  report TEXT PRIMARY KEY REFERENCES progress (id),
  goal TEXT NOT NULL,
  unit TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'queried')),
  percent INTEGER CHECK (percent BETWEEN 0 AND 100),
  value INTEGER,
  words TEXT NOT NULL,
  by_person TEXT NOT NULL,
  by_name TEXT NOT NULL,
  at TEXT NOT NULL,
  CHECK ((verdict = 'accepted') = (percent IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX judgement_goal ON judgement (goal, report);

CREATE TRIGGER judgement_is_never_updated BEFORE UPDATE ON judgement
BEGIN
  SELECT RAISE(ABORT, 'a judgement is never changed');
END;

CREATE TRIGGER judgement_is_never_deleted BEFORE DELETE ON judgement
BEGIN
  SELECT RAISE(ABORT, 'a judgement is never deleted');
END;

ALTER TABLE evidence ADD COLUMN batch TEXT NOT NULL DEFAULT '';

UPDATE evidence SET batch = message_id;

CREATE INDEX evidence_batch ON evidence (person, batch);

UPDATE subject SET state = json_insert(state, '$.value', NULL, '$.tasks', json('[]'), '$.stated', NULL, '$.judged', NULL,
  '$.last.value', NULL, '$.last.task', NULL)
WHERE id >= 'execution:' AND id < 'execution;';

UPDATE subject SET state = json_insert(state, '$.batch', state ->> '$.messageId')
WHERE id >= 'evidence:' AND id < 'evidence;' AND state ->> '$.status' <> 'unknown';
