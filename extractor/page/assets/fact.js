// The panel of a fact: what it says, how sure it is, who says it, and every sentence that it rests on.

function factPanel(fact) {
  const own = roots(fact);
  const names = [...own].map((root) => sourceName(articles[root]));
  const share = Math.round(fact.confidence * 100);
  return [
    el("h2", { tabindex: "-1", class: "statement" }, opener(fact.subject), " ",
      el("span", { class: "predicate" }, predicates[fact.predicate] === SPEC ? "has" : predicates[fact.predicate]),
      fact.object ? [" ", opener(fact.object)] : null,
      fact.says ? [fact.object ? ": " : " ", text(fact.says)] : null, " ", modality(fact)),
    el("dl", { class: "facts" },
      line("How sure", sureness(fact), ` ${share}%`),
      line("Modality", modalities[fact.modality]),
      line("Who says it", fact.speaker ? opener(fact.speaker) : "the article itself"),
      line("Independent support", `${plural(own.size, "source")}: `, names.flatMap((name, n) => [n ? ", " : "", text(name)])),
      fact.extras.length ? line("Further", fact.extras.flatMap((extra, n) => [n ? ", " : "", text(extra)])) : null),
    fact.conflicts.length ? conflictSection(fact.conflicts) : null,
    evidence(fact),
    el("p", { class: "small id" }, "id ", el("code", {}, fact.id)),
  ];
}

const line = (name, ...value) => el("div", {}, el("dt", {}, name), el("dd", {}, ...value));
