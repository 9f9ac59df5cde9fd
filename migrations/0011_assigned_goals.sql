-- Special goals that the school assigns (Article 14): who assigned each, for the list of those who did.

ALTER TABLE goal ADD COLUMN assigned_by TEXT;

CREATE INDEX goal_assigned_by ON goal (assigned_by, year) WHERE assigned_by IS NOT NULL;
