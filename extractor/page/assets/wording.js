// Small parts that several views show: names that can be opened, dates, how sure and of what kind a fact is.

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

// 2023-11-28 as "28 Nov 2023", 2024-05 as "May 2024"; what is written otherwise stays as it is.
function day(iso) {
  const found = /^(\d{4})-(\d\d)(?:-(\d\d))?(?:T.*)?$/.exec(iso);
  if (!found || !months[found[2] - 1]) return iso;
  return [found[3] ? Number(found[3]) : "", months[found[2] - 1], found[1]].filter(Boolean).join(" ");
}

const dot = (entity) => el("i", { class: "dot", dot: colourVariable(entity.type), "aria-hidden": "true" });
const colourVariable = (type) => `var(--type-${type.id.toLowerCase().replace(/[^a-z_-]/g, "")}, var(--type-other))`;

const opener = (entity, given = {}) =>
  el("button", { type: "button", class: "name", onclick: () => open({ entity }), ...given }, text(entity.name));

function modality(fact) {
  const word = modalities[fact.modality];
  return word === "asserted" ? null : el("span", { class: `tag ${word.replace(/\W/g, "")}` }, word);
}

function sureness(fact) {
  const share = Math.round(fact.confidence * 100);
  return el("span", { class: "sure", share: `${share}%`, title: `${share}% sure` }, el("i", { "aria-hidden": "true" }),
    el("span", { class: "unseen" }, `${share}% sure`));
}

function support(fact) {
  const number = roots(fact).size;
  return number > 1 ? el("span", { class: "weight", title: plural(number, "independent source") }, `${number} sources`) : null;
}

const heading = (words, ...more) => el("h3", {}, words, ...more);
const section = (words, ...children) => el("section", {}, heading(words), ...children);

// A row that opens a fact; `children` are what it shows.
const row = (fact, ...children) =>
  el("button", { type: "button", class: "row", "data-fact": fact.id, onclick: () => open({ fact }) }, ...children);
