// The controls of the filters.

const form = byId("filters");

function typeChips() {
  byId("types").replaceChildren(...types.map((type) =>
    el("button", { type: "button", class: "chip", "aria-pressed": String(!choice.hidden.has(type)), "data-type": type.id,
      onclick: () => toggle(choice.hidden, type) },
      el("i", { class: "dot", dot: colourVariable(type) }), text(type.label), el("small", {}, type.count.toLocaleString("en")))));
}

function toggle(set, one) {
  if (!set.delete(one)) set.add(one);
  choose();
}

function boxes(title, set, names) {
  const counted = names.filter(({ count }) => count > 0);
  return el("fieldset", {}, el("legend", {}, title), el("div", { class: "boxes" }, counted.map(({ key, name, count }) => {
    const box = el("input", { type: "checkbox", onchange: () => toggle(set, key) });
    box.kept = () => (box.checked = set.has(key));
    return el("label", {}, box, text(name), el("small", {}, count.toLocaleString("en")));
  })));
}

function count(values) {
  const found = new Map();
  for (const value of values) found.set(value, (found.get(value) || 0) + 1);
  return (key) => found.get(key) || 0;
}

function field(name, key, given) {
  const input = el("input", { ...given, oninput: () => ((choice[key] = given.type === "range" ? Number(input.value) : input.value), choose()) });
  input.kept = () => (input.value = choice[key]);
  return el("label", { class: "field" }, name, input);
}

function buildFilters() {
  const byPredicate = count(facts.map((fact) => fact.predicate));
  const byModality = count(facts.map((fact) => fact.modality));
  const bySource = count(facts.flatMap((fact) => [...new Set(fact.evidence.map(({ sentence }) => sentence.article.source))]));
  const days = articles.map((article) => article.day).filter(Boolean).sort();
  const range = { type: "date", min: days[0], max: undefined };
  const most = (names) => names.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  form.append(
    boxes("Predicate", choice.predicates, most(predicates.map((name, key) => ({ key, name, count: byPredicate(key) })))),
    boxes("Modality", choice.modalities, modalities.map((name, key) => ({ key, name, count: byModality(key) }))),
    el("fieldset", { class: "dates" }, el("legend", {}, "Date"), field("from", "since", range), field("to", "until", range)),
    el("fieldset", { class: "least" }, el("legend", {}, "At least this sure ", el("output", { id: "least" })),
      field(el("span", { class: "unseen" }, "At least this sure"), "confidence", { type: "range", min: 0, max: 1, step: 0.05, value: 0 })),
    boxes("Source", choice.sources, most(sources.map((name) => ({ key: name, name, count: bySource(name) })))),
    el("button", { type: "button", class: "clear", onclick: clearFilters }, "Clear all filters"),
  );
  form.addEventListener("submit", (event) => event.preventDefault());
  byId("more").addEventListener("click", () => {
    form.hidden = !form.hidden;
    byId("more").setAttribute("aria-expanded", String(!form.hidden));
  });
}

changed.push(() => {
  typeChips();
  for (const input of form.querySelectorAll("input")) input.kept?.();
  byId("least").textContent = choice.confidence ? `${Math.round(choice.confidence * 100)}%` : "";
  const number = filtersActive();
  byId("active").textContent = number ? String(number) : "";
  const of = (some, all, one, many) => (some === all ? plural(all, one, many) : `${some.toLocaleString("en")} of ${plural(all, one, many)}`);
  byId("count").textContent =
    `${of(shown.entities.size, entities.length, "entity", "entities")}, ${of(shown.facts.size, facts.length, "fact")}`;
});
