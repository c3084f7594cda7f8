-- What the plain database has besides its tables: indexes, and a view that reads like a sentence.

CREATE INDEX facts_subject ON facts (subject);
CREATE INDEX facts_object ON facts (object) WHERE object IS NOT NULL;
CREATE INDEX facts_predicate ON facts (predicate, attribute);
CREATE INDEX evidence_article ON evidence (article);
CREATE INDEX mentions_article ON mentions (article);

CREATE VIEW statements AS
SELECT f.id AS fact, s.name AS subject, f.predicate, o.name AS object, f.said, f.modality, a.name AS attributed_to,
       f.confidence, e.quote, r.published, r.source, r.url
FROM facts f
JOIN entities s ON s.id = f.subject
LEFT JOIN entities o ON o.id = f.object
LEFT JOIN entities a ON a.id = f.attributed_to
LEFT JOIN evidence e ON e.fact = f.id AND e.place = 1
LEFT JOIN articles r ON r.id = e.article;
