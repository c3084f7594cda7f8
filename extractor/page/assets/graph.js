// The graph: the tables of the page (docs/page.md) as objects that know each other.

const data = JSON.parse(byId("data").textContent);
const { predicates, modalities, labels, rules } = data;
const types = data.types.map(([id, label], number) => ({ id, label, number, count: 0 }));

const articles = data.articles.map(([id, title, url, published, source, path, original, root], number) => ({
  number, id, title, url, published, source, path, original, root, day: published.slice(0, 10),
}));
const sentences = data.sentences.map(([article, words]) => ({ article: articles[article], words, facts: [] }));

const entities = data.entities.map(([id, type, name, x, y, forms, read], number) => ({
  number, id, type: types[type], name, x, y, forms, articles: read, facts: [], links: [], conflicts: [],
  timeline: data.timelines[number] || [],
}));

const facts = data.facts.map(
  ([id, predicate, subject, object, says, label, value, modality, speaker, confidence, dates, extras, evidence], number) => ({
    number, id, predicate, says, value, modality, confidence, dates, extras, conflicts: [],
    subject: entities[subject], object: entities[object] || null, speaker: entities[speaker] || null,
    label: labels[label] || "",
    evidence: evidence.map(([at, rule, ...marks]) => ({ sentence: sentences[at], rule: rules[rule], marks })),
  }),
);

const links = [];
{
  const between = new Map();
  for (const fact of facts) {
    for (const { sentence } of fact.evidence) sentence.facts.push(fact);
    fact.subject.facts.push(fact);
    if (!fact.object || fact.object === fact.subject) continue;
    fact.object.facts.push(fact);
    const [one, other] = [fact.subject, fact.object].sort((a, b) => a.number - b.number);
    const key = one.number * entities.length + other.number;
    let link = between.get(key);
    if (!link) {
      link = { one, other, facts: [], shown: 0 };
      between.set(key, link);
      links.push(link);
      one.links.push(link);
      other.links.push(link);
    }
    link.facts.push(fact);
  }
}

const conflicts = data.conflicts.map(([about, topic, reason, sides]) => ({
  about: entities[about], topic, reason,
  sides: sides.map(([says, weight, sources, among]) => ({ says, weight, sources, facts: among.map((at) => facts[at]) })),
}));
for (const conflict of conflicts) {
  const named = new Set([conflict.about]);
  for (const fact of new Set(conflict.sides.flatMap((side) => side.facts))) {
    fact.conflicts.push(conflict);
    named.add(fact.subject);
    if (fact.object) named.add(fact.object);
  }
  for (const entity of named) entity.conflicts.push(conflict);
}

for (const entity of entities) entity.type.count += 1;

// The most important first: by facts, then by articles, then by name.
const ranked = [...entities].sort(
  (a, b) => b.facts.length - a.facts.length || b.articles - a.articles || (a.name < b.name ? -1 : 1),
);

const sources = [...new Set(articles.map((article) => article.source))].filter(Boolean).sort();

// The independent sources of a fact, as numbers of the articles that stand for them.
const roots = (fact) => new Set(fact.evidence.map(({ sentence }) => sentence.article.root));
const sourceName = (article) => article.source || article.path || "unknown source";
