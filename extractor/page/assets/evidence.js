// Evidence: sentences with their marked parts, and where they stand.

const ROLES = { subject: "subject", object: "object", value: "value", date: "date", cue: "cue" };

function marked({ sentence: { words }, marks }) {
  const parts = [];
  let at = 0;
  for (let n = 0; n < marks.length; n += 3) {
    const [start, end, role] = marks.slice(n, n + 3);
    if (start < at) continue;
    if (start > at) parts.push(text(words.slice(at, start)));
    parts.push(el("mark", { class: ROLES[role] || "cue", title: role }, text(words.slice(start, end))));
    at = end;
  }
  if (at < words.length) parts.push(text(words.slice(at)));
  return el("blockquote", {}, ...parts);
}

// Only addresses of the web become links; the file has been through the same test when it was written.
function titled(article) {
  const words = article.title || article.path || "untitled";
  const web = /^https?:\/\/[^/]/.test(article.url);
  if (!web) return text(words, { class: "headline" });
  return el("a", { class: "headline", href: article.url, target: "_blank", rel: "noopener noreferrer" }, text(words));
}

function card(use) {
  const { article } = use.sentence;
  const original = articles[article.original];
  return el("li", { class: "card" }, marked(use), el("p", { class: "where" }, titled(article)),
    el("p", { class: "small" }, text(sourceName(article)), " · ",
      article.day ? el("time", { datetime: article.published }, day(article.day)) : "no date",
      original ? el("span", { class: "tag" }, "copy of ", text(sourceName(original))) : null),
    article.url ? el("p", { class: "small address" }, text(article.url)) : null,
    el("p", { class: "small rule" }, "found by ", text(use.rule)));
}

// All evidence of a fact, source by independent source.
function evidence(fact) {
  const groups = new Map();
  for (const use of fact.evidence) {
    const { root } = use.sentence.article;
    groups.set(root, [...(groups.get(root) || []), use]);
  }
  const lists = [...groups].map(([root, uses]) => [
    groups.size > 1 ? el("h4", {}, text(sourceName(articles[root]))) : null,
    el("ul", { class: "cards" }, uses.map(card)),
  ]);
  const roles = [...new Set(fact.evidence.flatMap(({ marks }) => marks.filter((_, n) => n % 3 === 2)))];
  const legend = roles.map((role) => el("mark", { class: ROLES[role] || "cue" }, text(role)));
  return el("section", {}, heading(plural(fact.evidence.length, "sentence"), el("span", { class: "legend" }, legend)), ...lists.flat());
}
