-- The year, its phases and its policy (Articles 7, 8, 24-27, 31).

CREATE TABLE year (
  year INTEGER PRIMARY KEY,
  phase TEXT NOT NULL CHECK (phase IN ('setting', 'execution', 'assessment', 'results', 'closed')),
  current INTEGER NOT NULL CHECK (current IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX year_current ON year (current) WHERE current = 1;

-- In ten-thousandths (Article 24).
CREATE TABLE coefficient (
  year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  key INTEGER NOT NULL CHECK (key > 0),
  special INTEGER NOT NULL CHECK (special > 0),
  routine INTEGER NOT NULL CHECK (routine > 0),
  PRIMARY KEY (year, unit)
) STRICT, WITHOUT ROWID;
