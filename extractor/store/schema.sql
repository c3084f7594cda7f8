-- The tables of a store. Texts and statements are kept once; entities and facts are joined from these rows by id.

CREATE TABLE meta (
  name  TEXT PRIMARY KEY,      -- reader, symmetric, generation
  value TEXT NOT NULL
) WITHOUT ROWID;

-- Every article as it was given, copies of one address and all. What the graph shows is one article for each group of them.
CREATE TABLE given (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL, url TEXT, title TEXT NOT NULL, body TEXT NOT NULL,
  published TEXT, source TEXT, topics TEXT NOT NULL
);
CREATE INDEX given_path ON given (path);

-- The articles of the graph. Title and body are those of the row that was given, the rest may come from others of the group.
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  article TEXT NOT NULL UNIQUE,                      -- its id in the graph
  given INTEGER NOT NULL,
  path TEXT NOT NULL, url TEXT, published TEXT, source TEXT, topics TEXT NOT NULL,
  original TEXT,                                     -- the id of the article that this one repeats
  failure TEXT,                                      -- why it could not be read
  generation INTEGER NOT NULL                        -- which reader read it; see meta
);
CREATE INDEX articles_given ON articles (given);
CREATE INDEX articles_generation ON articles (generation);

-- One row for each name as an article knows it (extractor/resolve/identity: Named), with the entity that it means.
CREATE TABLE names (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL, name TEXT NOT NULL, known TEXT NOT NULL,   -- known: '' where the catalogue lacks it
  told TEXT NOT NULL,                                -- what else the article tells of it: owner, brand, other forms
  entity TEXT NOT NULL DEFAULT '',
  UNIQUE (type, name, known, told)
);
CREATE INDEX names_entity ON names (entity);

CREATE TABLE forms (
  id INTEGER PRIMARY KEY,
  name INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (name, text)
);

CREATE TABLE mentions (
  article INTEGER NOT NULL, form INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  PRIMARY KEY (article, form, start, "end")
) WITHOUT ROWID;
CREATE INDEX mentions_form ON mentions (form);

-- One row for each statement of an article; subject, object and speaker are names, said is the rest as JSON (rows.py).
CREATE TABLE statements (
  article INTEGER NOT NULL, place INTEGER NOT NULL,
  fact TEXT NOT NULL,                                -- the id of the fact that it states
  subject INTEGER NOT NULL, object INTEGER, speaker INTEGER,
  predicate TEXT NOT NULL, modality TEXT NOT NULL,
  said TEXT NOT NULL,
  baseline TEXT, inferred TEXT,                      -- the entity found for a comparison that names none, and how: lineage.py
  PRIMARY KEY (article, place)
) WITHOUT ROWID;
CREATE INDEX statements_fact ON statements (fact);
CREATE INDEX statements_subject ON statements (subject);
CREATE INDEX statements_object ON statements (object) WHERE object IS NOT NULL;
-- For queries (where.py); the expressions are attribute, amount and unit of the value.
CREATE INDEX statements_predicate ON statements (predicate);
CREATE INDEX statements_attribute ON statements (json_extract(said, '$[3]'));
CREATE INDEX statements_value ON statements (json_extract(said, '$[4][1]'), json_extract(said, '$[4][0]'));
CREATE INDEX statements_baseline ON statements (baseline) WHERE baseline IS NOT NULL;
CREATE INDEX statements_lineage ON statements (subject) WHERE predicate IN ('compares_to', 'succeeds');

-- What rows share that may influence each other: given articles their address and words, names what name_keys.py lists.
CREATE TABLE keys (
  kind TEXT NOT NULL, key TEXT NOT NULL, member INTEGER NOT NULL,
  PRIMARY KEY (kind, key, member)
) WITHOUT ROWID;
CREATE INDEX keys_member ON keys (kind, member);

-- The same for articles that may be copies: hashes of words and shingles (extractor/resolve/copies.py), many for each.
CREATE TABLE copy_keys (
  key INTEGER NOT NULL, article INTEGER NOT NULL,
  PRIMARY KEY (key, article)
) WITHOUT ROWID;
CREATE TABLE sketches (
  article INTEGER PRIMARY KEY,
  data BLOB NOT NULL                                 -- see sketch.py
);
