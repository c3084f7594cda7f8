// What is open: an entity or a fact. The address of the page says so (#entity=…, #fact=…), so that Back goes back.

const details = byId("details");
const opened = { entity: null, fact: null, from: null };
const entityById = new Map(entities.map((entity) => [entity.id, entity]));
const factById = new Map(facts.map((fact) => [fact.id, fact]));
let asked = {};
let panelShows = ""; // the address that the panel shows

// Open an entity or a fact; `fly` brings it into view, `focus` moves the focus to it.
function open(what) {
  asked = { fly: what.fly, focus: what.focus ?? (document.activeElement !== document.body && document.activeElement !== canvas) };
  const hash = what.entity ? `#entity=${encodeURIComponent(what.entity.id)}` : `#fact=${what.fact.id}`;
  location.hash = hash;
  show(); // at once: the browser tells of the new address only later
}

function close() {
  if (!opened.entity && !opened.fact) return;
  asked = {};
  location.hash = "#";
  show();
}

function show() {
  panelShows = location.hash;
  const [key, value] = location.hash.slice(1).split("=");
  opened.fact = key === "fact" ? factById.get(value) || null : null;
  const named = key === "entity" ? entityById.get(decoded(value)) || null : null;
  if (named) opened.from = named;
  opened.entity = named;
  const parties = opened.fact ? [opened.fact.subject, opened.fact.object] : [];
  Object.assign(focus, { fact: opened.fact, selected: named });
  if (!named && !opened.fact) opened.from = null;
  render(parties.includes(opened.from) ? opened.from : parties[0]);
  resize();
  const wanted = named ? [named, ...neighbours(named)] : parties.filter(Boolean);
  const lost = wanted.length && !onScreen(wanted[0], 30);
  if (wanted.length && (asked.fly || lost)) fly(near(wanted));
  if (asked.focus) details.querySelector("h2")?.focus({ preventScroll: true });
  asked = {};
  redraw();
}

function decoded(value) {
  try {
    return decodeURIComponent(value || "");
  } catch {
    return "";
  }
}

function render(back) {
  const nothing = !opened.entity && !opened.fact;
  details.hidden = nothing;
  document.body.classList.toggle("opened", !nothing);
  if (nothing) return details.replaceChildren();
  details.replaceChildren(
    el("div", { class: "bar" },
      opened.fact && back ? el("button", { type: "button", class: "back", onclick: () => open({ entity: back }) }, "‹ ", text(back.name))
        : opened.entity ? el("p", { class: "kicker" }, dot(opened.entity), text(opened.entity.type.label)) : el("p", { class: "kicker" }, "fact"),
      el("button", { type: "button", class: "close", "aria-label": "Close", onclick: leave }, "×")),
    el("div", { class: "body" }, ...(opened.fact ? factPanel(opened.fact) : entityPanel(opened.entity)).filter(Boolean)),
  );
  details.scrollTop = 0;
}

function leave() {
  close();
  search.focus();
}

function toggleAround(entity) {
  choice.around = choice.around === entity ? null : entity;
  choose();
  if (opened.entity) render();
  showAll();
}

// A step back: from the fact to its entity, from the entity to nothing, then to an empty search.
function escape() {
  if (opened.fact) open({ entity: opened.from || opened.fact.subject, focus: true });
  else if (choice.around) toggleAround(choice.around);
  else if (opened.entity) leave();
  else {
    search.value = "";
    list();
  }
}

addEventListener("hashchange", () => location.hash !== panelShows && show());
changed.push(() => opened.entity && render());

details.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const rows = [...details.querySelectorAll(".row")];
  if (!step || !rows.length) return;
  const at = rows.indexOf(document.activeElement);
  rows[Math.max(0, Math.min(rows.length - 1, at + step))].focus();
  event.preventDefault();
});
