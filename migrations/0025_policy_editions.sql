-- The policy's editions, and what stands from a milestone of the year on (Articles 8, 21, 24, 27, 31).

-- A change of the year's policy. `assessed`, `deliberated`, `scored`: whether it changes a value that stands from then on.
CREATE TABLE policy_edition (
  year INTEGER NOT NULL,
  edition INTEGER NOT NULL CHECK (edition > 1),
  assessed INTEGER NOT NULL CHECK (assessed IN (0, 1)),
  deliberated INTEGER NOT NULL CHECK (deliberated IN (0, 1)),
  scored INTEGER NOT NULL CHECK (scored IN (0, 1)),
  PRIMARY KEY (year, edition)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER policy_edition_rises BEFORE INSERT ON policy_edition
WHEN NEW.edition <= (SELECT coalesce(max(edition), 1) FROM policy_edition WHERE year = NEW.year)
BEGIN
  SELECT RAISE(ABORT, 'decide again: the policy has a later edition');
END;

CREATE TRIGGER policy_edition_is_never_updated BEFORE UPDATE ON policy_edition
BEGIN
  SELECT RAISE(ABORT, 'an edition of the policy is never changed');
END;

CREATE TRIGGER policy_edition_is_never_deleted BEFORE DELETE ON policy_edition
BEGIN
  SELECT RAISE(ABORT, 'an edition of the policy is never deleted');
END;

CREATE TRIGGER policy_of_ratified_results_stands BEFORE INSERT ON policy_edition
WHEN EXISTS (SELECT 1 FROM result WHERE year = NEW.year)
BEGIN
  SELECT RAISE(ABORT, 'decide again: the results are ratified');
END;

CREATE TRIGGER policy_of_assessed_units_stands BEFORE INSERT ON policy_edition
WHEN (NEW.assessed = 1 AND EXISTS (SELECT 1 FROM score WHERE year = NEW.year))
  OR (NEW.deliberated = 1 AND EXISTS (SELECT 1 FROM score WHERE year = NEW.year AND status <> 'sheets'))
  OR (NEW.scored = 1 AND EXISTS (SELECT 1 FROM score WHERE year = NEW.year AND status = 'decided'))
BEGIN
  SELECT RAISE(ABORT, 'decide again: the assessment has come further');
END;

CREATE TRIGGER coefficient_of_a_scored_unit_stands BEFORE INSERT ON coefficient
WHEN EXISTS (SELECT 1 FROM score WHERE year = NEW.year AND unit = NEW.unit AND final IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'decide again: the unit has its score');
END;

-- The gate areas of the year's policy; one in which a unit was reported is not ended.
CREATE TABLE gate_area (
  year INTEGER NOT NULL,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  lead_unit TEXT NOT NULL,
  PRIMARY KEY (year, key),
  UNIQUE (year, name)
) STRICT, WITHOUT ROWID;

INSERT INTO gate_area (year, key, name, lead_unit)
SELECT subject.state ->> '$.year', area.value ->> 'key', area.value ->> 'name', area.value ->> 'leadUnit'
FROM subject, json_each(subject.state, '$.policy.gateAreas') AS area
WHERE subject.id LIKE 'year:%' AND subject.state ->> '$.status' = 'open';

CREATE TRIGGER reported_gate_area_is_not_ended BEFORE DELETE ON gate_area
WHEN EXISTS (SELECT 1 FROM gate WHERE year = OLD.year AND area = OLD.key)
BEGIN
  SELECT RAISE(ABORT, 'decide again: a unit was reported in the area');
END;

CREATE TRIGGER gate_is_reported_in_an_area BEFORE INSERT ON gate
WHEN EXISTS (SELECT 1 FROM gate_area WHERE year = NEW.year)
  AND NOT EXISTS (SELECT 1 FROM gate_area WHERE year = NEW.year AND key = NEW.area)
BEGIN
  SELECT RAISE(ABORT, 'decide again: the area was ended');
END;

-- Years of before count the changes that their journals hold.
UPDATE subject SET state = json_set(state, '$.edition', 1 + (
  SELECT count(*) FROM journal WHERE journal.subject = subject.id AND type IN
    ('values.chosen', 'ratification.chosen', 'agreement.chosen', 'pay.chosen', 'coefficients.set')))
WHERE id LIKE 'year:%' AND EXISTS (
  SELECT 1 FROM journal WHERE journal.subject = subject.id AND type IN
    ('values.chosen', 'ratification.chosen', 'agreement.chosen', 'pay.chosen', 'coefficients.set'));
