-- Chapter 6 of the regulation: where each unit's assessment stands, and its score (Articles 21-24).

-- final in hundredths, as computed on the decision.
CREATE TABLE score (
  year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  assessment TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('sheets', 'deliberation', 'decided')),
  final INTEGER CHECK (final >= 0),
  answer TEXT CHECK (answer IN ('unanswered', 'received', 'appealed')),
  PRIMARY KEY (year, unit),
  CHECK (final IS NULL OR status = 'decided'),
  CHECK ((answer IS NULL) = (status <> 'decided'))
) STRICT, WITHOUT ROWID;
