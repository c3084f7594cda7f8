// Mouse, fingers and keys on the drawing.

const tip = byId("tip");
const fingers = new Map();
let travelled = 0;

function entityAt(x, y) {
  let [best, nearest] = [null, 144];
  for (const entity of shown.entities) {
    const [h, v] = [entity.x * camera.scale + camera.left - x, entity.y * camera.scale + camera.top - y];
    const size = radius(entity);
    const away = h * h + v * v - size * size;
    if (away < nearest) [best, nearest] = [entity, away];
  }
  return best;
}

const spot = (event) => {
  const box = canvas.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
};

function hover(entity, x, y) {
  if (focus.hovered !== entity) {
    focus.hovered = entity;
    canvas.classList.toggle("over", Boolean(entity));
    redraw();
  }
  tip.hidden = !entity;
  if (!entity) return;
  tip.replaceChildren(dot(entity), text(entity.name), el("small", {}, `${entity.type.label}, ${plural(entity.facts.length, "fact")}`));
  tip.style.transform = `translate(${Math.min(x + 14, camera.width - 220)}px, ${Math.min(y + 14, camera.height - 40)}px)`;
}

canvas.addEventListener("pointerdown", (event) => {
  canvas.setPointerCapture(event.pointerId);
  if (!fingers.size) travelled = 0;
  fingers.set(event.pointerId, spot(event));
  canvas.classList.add("held");
});

canvas.addEventListener("pointermove", (event) => {
  const [x, y] = spot(event);
  const before = fingers.get(event.pointerId);
  if (!before) return event.pointerType === "mouse" ? hover(entityAt(x, y), x, y) : undefined;
  const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
  if (others.length) {
    const [[a, b]] = others;
    const [was, is] = [Math.hypot(before[0] - a, before[1] - b), Math.hypot(x - a, y - b)];
    if (was > 0) zoom(is / was, (x + a) / 2, (y + b) / 2);
    travelled = 99;
  } else {
    travelled += Math.abs(x - before[0]) + Math.abs(y - before[1]);
    if (travelled > 4) {
      hover(null);
      pan(x - before[0], y - before[1]);
    }
  }
  fingers.set(event.pointerId, [x, y]);
});

function lift(event) {
  const held = fingers.delete(event.pointerId);
  canvas.classList.toggle("held", fingers.size > 0);
  if (!held || fingers.size || event.type !== "pointerup" || travelled > 4) return;
  const entity = entityAt(...spot(event));
  hover(null);
  if (entity) open({ entity });
  else close();
}
for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, lift);
canvas.addEventListener("pointerleave", () => hover(null));
canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), ...spot(event));
}, { passive: false });
canvas.addEventListener("dblclick", (event) => zoom(1.8, ...spot(event)));

canvas.addEventListener("keydown", (event) => {
  const ways = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
  if (ways[event.key]) pan(...ways[event.key]);
  else if (event.key === "+" || event.key === "=") zoom(1.3);
  else if (event.key === "-") zoom(1 / 1.3);
  else if (event.key === "0") showAll();
  else return;
  event.preventDefault();
});
byId("closer").addEventListener("click", () => zoom(1.4));
byId("wider").addEventListener("click", () => zoom(1 / 1.4));
byId("whole").addEventListener("click", showAll);
