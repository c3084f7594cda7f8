// The panel of an entity: what it is, and everything that is said of it.

const FEW = 40; // rows of a group that are shown at once

const SPEC = "has spec", STATUS = "has status", COMPARISON = "compares to";

function entityPanel(entity) {
  const mine = entity.facts.filter((fact) => shown.facts.has(fact));
  const kind = (word) => mine.filter((fact) => predicates[fact.predicate] === word && fact.subject === entity);
  const other = mine.filter((fact) => fact.subject !== entity || ![SPEC, STATUS].includes(predicates[fact.predicate]));
  const hiddenOnes = entity.facts.length - mine.length;
  return [
    el("h2", { tabindex: "-1" }, text(entity.name)),
    forms(entity),
    el("p", { class: "numbers" }, plural(entity.facts.length, "fact"), " · ", plural(entity.articles, "article"), " · ",
      plural(entity.links.length, "neighbour")),
    el("p", { class: "actions" },
      el("button", { type: "button", "aria-pressed": String(choice.around === entity), onclick: () => toggleAround(entity) },
        "Neighbourhood only"),
      el("button", { type: "button", onclick: () => fly(framed([entity, ...neighbours(entity)])) }, "Centre it")),
    hiddenOnes ? el("p", { class: "note" }, `${plural(hiddenOnes, "fact")} hidden by filters. `,
      el("button", { type: "button", class: "name", onclick: clearFilters }, "Show all")) : null,
    entity.conflicts.length ? conflictSection(entity.conflicts) : null,
    specs(kind(SPEC)),
    timeline(entity),
    ...relations(entity, other),
    mine.length ? null : el("p", { class: "note" }, "No fact about it is shown."),
  ];
}

function forms(entity) {
  const named = [];
  for (let n = 0; n < entity.forms.length; n += 2) if (entity.forms[n] !== entity.name) named.push(entity.forms.slice(n, n + 2));
  if (!named.length) return null;
  return el("p", { class: "forms" }, "also ", named.flatMap(([form, count], n) => [n ? ", " : "", text(form), el("small", {}, ` ${count}`)]));
}

function specs(some) {
  if (!some.length) return null;
  const sorted = [...some].sort((a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : b.confidence - a.confidence));
  const rows = sorted.map((fact, n) =>
    el("tr", {},
      el("th", { scope: "row" }, sorted[n - 1]?.label === fact.label ? el("span", { class: "unseen" }, text(fact.label)) : text(fact.label)),
      el("td", {}, row(fact, text(fact.value || fact.says), modality(fact), support(fact))),
      el("td", { class: "end" }, sureness(fact))));
  return section("Specifications", el("table", { class: "specs" }, el("tbody", {}, rows)));
}

function timeline(entity) {
  const events = entity.timeline.filter(([, , , , , at]) => shown.facts.has(facts[at]));
  if (!events.length) return null;
  const items = events.map(([status, date, published, word, ended, at, weight, disputed]) =>
    el("li", { class: ended ? "over" : "" },
      el("span", { class: "when" }, day(date || published) || "no date"),
      row(facts[at], text(status), word === "asserted" ? null : el("span", { class: `tag ${word.replace(/\W/g, "")}` }, word),
        ended ? el("span", { class: "tag" }, ended) : null,
        disputed ? el("span", { class: "tag denied" }, "disputed") : null,
        weight > 1 ? el("span", { class: "weight" }, `${weight} sources`) : null,
        published && date ? el("small", {}, `told ${day(published)}`) : null)));
  return section("Timeline", el("ol", { class: "timeline" }, items));
}

function relations(entity, some) {
  const groups = new Map();
  for (const fact of some) {
    const out = fact.subject === entity;
    const key = out ? predicates[fact.predicate] : data.inverse[fact.predicate];
    groups.set(key, [...(groups.get(key) || []), fact]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([title, group]) => {
    const list = el("ul", { class: "rows" });
    const add = (from, to) => list.append(...group.slice(from, to).map((fact) => el("li", {}, relation(fact, fact.subject === entity))));
    add(0, FEW);
    const rest = group.length - FEW;
    const more = rest > 0 ? el("button", { type: "button", class: "more" }, `Show ${plural(rest, "more", "more")}`) : null;
    more?.addEventListener("click", () => (add(FEW), more.remove()));
    return el("section", {}, heading(title, el("small", {}, String(group.length))), list, more);
  });
}

function relation(fact, out) {
  const other = out ? fact.object : fact.subject;
  return row(fact, other ? dot(other) : null, other ? text(other.name) : null,
    fact.says ? el("span", { class: "says" }, text(fact.says)) : null, modality(fact), support(fact), sureness(fact));
}

function conflictSection(some) {
  return el("section", { class: "conflicts" }, heading("Conflicts"), some.map((conflict) =>
    el("div", { class: "conflict" },
      el("p", {}, text(conflict.about.name), ", ", text(conflict.topic), ": ", text(conflict.reason)),
      el("ul", { class: "rows" }, conflict.sides.map((side) =>
        el("li", {}, row(side.facts[0], text(side.says), el("small", {}, `${plural(side.weight, "source")}: `, text(side.sources)))))))));
}
