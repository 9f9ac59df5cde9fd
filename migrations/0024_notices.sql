-- What came unasked is sent anew once before the platform freezes it; what answers a person's own words never is.

ALTER TABLE delivery ADD COLUMN notice INTEGER NOT NULL DEFAULT 0 CHECK (notice IN (0, 1));
