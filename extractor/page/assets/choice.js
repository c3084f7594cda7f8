// What is chosen by the filters, and what of the graph fits it.

const choice = {
  hidden: new Set(), // types
  predicates: new Set(), // numbers; none chosen means all
  modalities: new Set(),
  sources: new Set(),
  since: "",
  until: "",
  confidence: 0,
  around: null, // an entity: only its neighbourhood is shown
};

const shown = { facts: new Set(), entities: new Set(), links: [] };
const changed = []; // what to call when the choice has changed

const filtersActive = () =>
  choice.predicates.size + choice.modalities.size + choice.sources.size + (choice.since ? 1 : 0) +
  (choice.until ? 1 : 0) + (choice.confidence > 0 ? 1 : 0);

const overlaps = (first, last) =>
  (!choice.since || last >= choice.since) && (!choice.until || first <= choice.until);

function inTime(fact) {
  if (!choice.since && !choice.until) return true;
  if (fact.dates.length && overlaps(fact.dates[0], fact.dates[1])) return true;
  return fact.evidence.some(({ sentence: { article } }) => article.day && overlaps(article.day, article.day));
}

function fits(fact) {
  if (fact.confidence < choice.confidence) return false;
  if (choice.predicates.size && !choice.predicates.has(fact.predicate)) return false;
  if (choice.modalities.size && !choice.modalities.has(fact.modality)) return false;
  if (choice.hidden.has(fact.subject.type) || (fact.object && choice.hidden.has(fact.object.type))) return false;
  if (choice.sources.size && !fact.evidence.some(({ sentence }) => choice.sources.has(sentence.article.source))) return false;
  return inTime(fact);
}

function choose() {
  shown.facts = new Set(facts.filter(fits));
  const active = filtersActive() > 0;
  const near = choice.around && new Set([choice.around, ...neighbours(choice.around, (fact) => shown.facts.has(fact))]);
  shown.entities = new Set(
    entities.filter(
      (entity) =>
        !choice.hidden.has(entity.type) && (!near || near.has(entity)) &&
        (!active || entity.facts.some((fact) => shown.facts.has(fact))),
    ),
  );
  shown.links = links.filter((link) => {
    link.shown = 0;
    for (const fact of link.facts) if (shown.facts.has(fact)) link.shown += 1;
    return link.shown > 0 && shown.entities.has(link.one) && shown.entities.has(link.other);
  });
  for (const call of changed) call();
}

function clearFilters() {
  for (const kind of ["hidden", "predicates", "modalities", "sources"]) choice[kind].clear();
  Object.assign(choice, { since: "", until: "", confidence: 0, around: null });
  choose();
}

function neighbours(entity, wanted = () => true) {
  return entity.links
    .filter((link) => link.facts.some(wanted))
    .map((link) => (link.one === entity ? link.other : link.one));
}
