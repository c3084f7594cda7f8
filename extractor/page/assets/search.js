// Search: a list of entities, and of sentences where letters are given; arrows go through it, Enter opens.

const search = byId("search");
const results = byId("results");
const MOST = 150;
const SENTENCES = 30;
let active = -1;

const keys = new Map(entities.map((entity) => [entity, [entity.name, ...entity.forms.filter((_, n) => n % 2 === 0)].map(fold)]));

function entitiesLike(words) {
  const part = fold(words);
  if (!part) return order;
  const place = (entity) => Math.min(...keys.get(entity).map((key) => (key === part ? 0 : key.startsWith(part) ? 1 : key.includes(part) ? 2 : 9)));
  const found = order.map((entity) => [place(entity), entity]).filter(([at]) => at < 9);
  return found.sort((a, b) => a[0] - b[0]).map(([, entity]) => entity);
}

function factsIn(words) {
  const part = words.trim().toLowerCase();
  const found = [];
  if (part.length < 3) return found;
  for (const one of sentences) {
    if (!one.words.toLowerCase().includes(part)) continue;
    const fact = one.facts.find((other) => shown.facts.has(other));
    if (fact) found.push([one, fact]);
    if (found.length >= SENTENCES) break;
  }
  return found;
}

function list() {
  const words = search.value;
  const found = entitiesLike(words);
  const quoted = factsIn(words);
  const items = found.slice(0, MOST).map((entity) => option({ entity }, dot(entity), text(entity.name, { class: "grow" }),
    el("small", {}, String(entity.facts.length))));
  if (found.length > MOST) items.push(note(`and ${(found.length - MOST).toLocaleString("en")} more: type to narrow down`));
  if (quoted.length) items.push(note("In sentences"));
  items.push(...quoted.map(([one, fact]) => option({ fact }, snippet(one.words, words.trim()))));
  if (!found.length && !quoted.length) items.push(note("Nothing found"));
  results.replaceChildren(...items);
  activate(-1);
}

const note = (words) => el("li", { class: "note", role: "presentation" }, words);

function option(what, ...children) {
  const item = el("li", { role: "option", "aria-selected": "false", onclick: () => open({ ...what, fly: true }) }, ...children);
  item.id = `option-${what.entity ? what.entity.number : `fact-${what.fact.number}-${optionCount++}`}`;
  item.what = what;
  return item;
}
let optionCount = 0;

function snippet(words, part) {
  const at = words.toLowerCase().indexOf(part.toLowerCase());
  const from = Math.max(0, at - 30);
  return el("span", { class: "snippet" }, from ? "…" : "", text(words.slice(from, at)),
    el("mark", {}, text(words.slice(at, at + part.length))), text(words.slice(at + part.length, at + 90)));
}

const options = () => [...results.querySelectorAll("[role=option]")];

function activate(number) {
  const all = options();
  active = Math.max(-1, Math.min(number, all.length - 1));
  all.forEach((item, n) => item.setAttribute("aria-selected", String(n === active)));
  if (active >= 0) {
    all[active].scrollIntoView({ block: "nearest" });
    search.setAttribute("aria-activedescendant", all[active].id);
  } else search.removeAttribute("aria-activedescendant");
}

// The list stays where it is shown only while the search has the focus, until the click has come through.
results.addEventListener("mousedown", (event) => event.preventDefault());
search.addEventListener("input", list);
search.addEventListener("keydown", (event) => {
  const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
  if (event.key in steps) activate(Math.max(0, active + steps[event.key]));
  else if (event.key === "Enter") {
    const item = options()[Math.max(active, 0)];
    if (item) open({ ...item.what, fly: true, focus: true });
  } else return;
  event.preventDefault();
});
changed.push(list);
