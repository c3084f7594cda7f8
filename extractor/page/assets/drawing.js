// The drawing: links, then entities, then labels; what has nothing to do with the one in focus is faint.

const screen = canvas.getContext("2d", { alpha: false });
let context = screen;
const colours = { types: [] };
const focus = { selected: null, hovered: null, fact: null };

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(name).trim();
  for (const name of ["ground", "ink", "faint", "link", "accent"]) colours[name] = read(`--${name}`);
  colours.types = types.map((type) => read(`--type-${type.id.toLowerCase()}`) || read("--type-other"));
}
const colourOf = (entity) => colours.types[entity.type.number];

// The radius of an entity in pixels.
function radius(entity) {
  const near = Math.min(2, Math.max(0.42, Math.sqrt(camera.scale / 0.35)));
  return (2.8 + 1.75 * Math.sqrt(entity.facts.length)) * near;
}

function drawLinks(some, colour, width, alpha) {
  const { scale, left, top, width: right, height: bottom } = camera;
  context.beginPath();
  for (const { one, other } of some) {
    const [x0, y0, x1, y1] = [one.x * scale + left, one.y * scale + top, other.x * scale + left, other.y * scale + top];
    if ((x0 < 0 && x1 < 0) || (y0 < 0 && y1 < 0) || (x0 > right && x1 > right) || (y0 > bottom && y1 > bottom)) continue;
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
  }
  context.globalAlpha = alpha;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
  context.globalAlpha = 1;
}

function drawEntities(some, alpha) {
  const { scale, left, top, width, height } = camera;
  const kinds = types.map(() => []);
  for (const entity of some) kinds[entity.type.number].push(entity);
  context.globalAlpha = alpha;
  kinds.forEach((kind, number) => {
    context.beginPath();
    for (const entity of kind) {
      const size = radius(entity);
      const [x, y] = [entity.x * scale + left, entity.y * scale + top];
      if (x < -size || y < -size || x > width + size || y > height + size) continue;
      if (size < 1.8) context.rect(x - size, y - size, 2 * size, 2 * size);
      else {
        context.moveTo(x + size, y);
        context.arc(x, y, size, 0, 6.2832);
      }
    }
    context.fillStyle = colours.types[number];
    context.fill();
    if (scale > 0.12) {
      context.strokeStyle = colours.ground;
      context.lineWidth = 1.5;
      context.stroke();
    }
  });
  context.globalAlpha = 1;
}

// The head of an arrow at the object of the first fact of a link.
function arrow(link) {
  const { subject, object } = focus.fact && link.facts.includes(focus.fact) ? focus.fact : link.facts.find((fact) => shown.facts.has(fact));
  const { scale, left, top } = camera;
  const [x, y] = [object.x * scale + left, object.y * scale + top];
  const [dx, dy] = [x - subject.x * scale - left, y - subject.y * scale - top];
  const length = Math.hypot(dx, dy) || 1;
  const [u, v] = [dx / length, dy / length];
  const gap = radius(object) + 2;
  const [tx, ty] = [x - u * gap, y - v * gap];
  context.beginPath();
  context.moveTo(tx, ty);
  context.lineTo(tx - u * 8 - v * 4, ty - v * 8 + u * 4);
  context.lineTo(tx - u * 8 + v * 4, ty - v * 8 - u * 4);
  context.fillStyle = colours.accent;
  context.fill();
}

function ring(entity, colour) {
  context.beginPath();
  context.arc(entity.x * camera.scale + camera.left, entity.y * camera.scale + camera.top, radius(entity) + 4, 0, 6.2832);
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.stroke();
}

// The entities around which everything else is faint: those of the fact that is open, else the one pointed at or selected.
function centres() {
  if (focus.hovered) return [focus.hovered];
  if (focus.fact) return [focus.fact.subject, focus.fact.object].filter(Boolean);
  return focus.selected ? [focus.selected] : [];
}

// Draw all that the camera sees, `sharp` pixels of the device to one of the page.
function draw(on, sharp) {
  context = on;
  context.setTransform(sharp, 0, 0, sharp, 0, 0);
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, camera.width, camera.height);
  const middle = centres();
  const lit = middle.length > 0;
  const crowd = shown.links.length;
  drawLinks(shown.links, colours.link, 1, (lit ? 0.25 : 1) * Math.max(0.18, Math.min(1, Math.sqrt(500 / (crowd + 1)))));
  drawEntities(shown.entities, lit ? 0.16 : 1);
  const own = lit ? drawFocus(middle) : new Set();
  const most = Math.round((camera.width * camera.height) / 9000) + 12;
  const named = lit ? [...own].sort(rank) : order;
  drawLabels(context, named, named.slice(0, 1500), most, new Set(middle), colours);
}

function drawFocus(middle) {
  const inside = focus.fact && !focus.hovered;
  const around = middle[0].links.filter((link) => link.shown > 0 && shown.entities.has(link.one) && shown.entities.has(link.other));
  const mine = inside ? around.filter((link) => link.facts.includes(focus.fact)) : around;
  const own = new Set(middle);
  for (const link of mine) own.add(link.one).add(link.other);
  drawLinks(mine, colours.accent, inside ? 2.5 : 1.4, inside ? 1 : 0.6);
  if (mine.length < 80) for (const link of mine) arrow(link);
  drawEntities(own, 1);
  for (const entity of middle) ring(entity, colours.accent);
  return own;
}

// The order of labels.
let order = ranked;
const place = new Map(ranked.map((entity, at) => [entity, at]));
const rank = (a, b) => place.get(a) - place.get(b);
changed.push(() => {
  order = ranked.filter((entity) => shown.entities.has(entity));
  byId("empty").hidden = shown.entities.size > 0;
  redraw();
});
