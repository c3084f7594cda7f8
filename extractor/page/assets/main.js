// The start.

byId("title").append(text(data.title));
canvas.setAttribute("aria-label", `Graph of ${plural(entities.length, "entity", "entities")} and ${plural(facts.length, "fact")}`);
readColours();
buildFilters();
choose();
resize();
show();
new ResizeObserver(resize).observe(canvas);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  readColours();
  paint();
});

addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLInputElement;
  if (event.key === "Escape") escape();
  else if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    search.focus();
    search.select();
  } else return;
  event.preventDefault();
});
document.documentElement.dataset.ready = String(Math.round(performance.now()));
