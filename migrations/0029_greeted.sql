-- Who opens the chat for the first time is greeted, once in a life (a receipt is kept for a month only). A person, or `open:<account>` of a stranger.

CREATE TABLE greeted (
  who TEXT PRIMARY KEY,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
