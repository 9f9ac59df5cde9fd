-- What a final score is computed from: of each unit and type, the weights and the weighted scores of its goals (Articles 23, 24).
-- They hang on no policy and no coefficient, so that all scores of a year can be computed without reading every sheet.

-- weights in hundredths, weighted (weight times score) in ten-thousandths. A type without goals has no row.
CREATE TABLE type_sum (
  year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('key', 'special', 'routine')),
  regime TEXT NOT NULL CHECK (regime IN ('standard', 'graded')),
  weights INTEGER NOT NULL CHECK (weights > 0),
  weighted INTEGER NOT NULL CHECK (weighted BETWEEN 0 AND weights * 10000),
  PRIMARY KEY (year, unit, type)
) STRICT, WITHOUT ROWID;

-- Scores that were decided before.
INSERT INTO type_sum (year, unit, type, regime, weights, weighted)
SELECT score.year, score.unit, goal.value ->> '$.type', subject.state ->> '$.regime',
  sum(goal.value ->> '$.weight'),
  sum((goal.value ->> '$.weight') * CASE entry.value ->> '$.kind'
    WHEN 'level' THEN entry.value ->> '$.score'
    ELSE max(0, 10000 - (SELECT coalesce(sum(one.value ->> '$.points'), 0) FROM json_each(entry.value, '$.deductions') AS one))
  END)
FROM score JOIN subject ON subject.id = score.assessment
  JOIN json_each(subject.state, '$.goals') AS goal
  JOIN json_each(subject.state, '$.agreed') AS entry ON entry.key = goal.value ->> '$.id'
WHERE score.status = 'decided'
GROUP BY 1, 2, 3, 4;
