// Labels: the most important first, each only where it covers no other.

const CELL = 4; // pixels of the grid in which taken places are kept
const HUBS = 24; // so many labels may cover what is small; the others cover no entity
const FIRST = 6; // so many are named whatever lies there
const widths = new Map();

function labelWidth(context, words, font) {
  const key = font + words;
  let width = widths.get(key);
  if (width === undefined) {
    width = context.measureText(words).width;
    widths.set(key, width);
  }
  return width;
}

const short = (name) => (name.length > 34 ? `${name.slice(0, 32)}…` : name);

// Draw labels of entities (in their order) until so many are drawn, beside `nodes`; `always` ones cover others if they must.
function drawLabels(context, some, nodes, most, always, colours) {
  const columns = Math.ceil(camera.width / CELL) + 2;
  const taken = new Uint8Array(columns * (Math.ceil(camera.height / CELL) + 2));
  keepClear(taken, columns, nodes.slice(0, HUBS));
  let drawn = 0;
  let tried = 0;
  context.textBaseline = "middle";
  context.lineJoin = "round";
  for (const entity of some) {
    if (drawn >= most || tried > most * 12) break;
    if (drawn === HUBS) keepClear(taken, columns, nodes);
    const x = entity.x * camera.scale + camera.left;
    const y = entity.y * camera.scale + camera.top;
    if (x < -40 || y < 0 || x > camera.width || y > camera.height) continue;
    tried += 1;
    const size = radius(entity);
    const font = `${size > 11 ? "600 13" : size > 7 ? "500 12" : "11.5"}px system-ui, sans-serif`;
    context.font = font;
    const words = short(entity.name);
    const width = labelWidth(context, words, font);
    const spots = [[x + size + 4, y], [x - size - 4 - width, y], [x - width / 2, y + size + 10], [x - width / 2, y - size - 10]];
    const inside = ([at]) => at >= 2 && at + width <= camera.width - 2;
    const free = ([at, line]) => inside([at]) && claim(taken, columns, at - 1, line - 6, width + 2, 12, false);
    const spot = spots.find(free) || (always.has(entity) || (!always.size && tried <= FIRST) ? spots.find(inside) || spots[0] : null);
    if (!spot) continue;
    const [left, line] = spot;
    claim(taken, columns, left - 1, line - 6, width + 2, 12, true);
    context.strokeStyle = colours.ground;
    context.lineWidth = 3.5;
    context.strokeText(words, left, line);
    context.fillStyle = size > 7 || always.has(entity) ? colours.ink : colours.faint;
    context.fillText(words, left, line);
    drawn += 1;
  }
}

function keepClear(taken, columns, nodes) {
  for (const entity of nodes) {
    const size = radius(entity) - 1; // so that its own label, a cell away, is free
    const [x, y] = [entity.x * camera.scale + camera.left, entity.y * camera.scale + camera.top];
    if (x > -size && y > -size && x < camera.width + size && y < camera.height + size)
      claim(taken, columns, x - size, y - size, 2 * size, 2 * size, true);
  }
}

// Take a place in the grid; false where some of it is taken already.
function claim(taken, columns, left, top, width, height, always) {
  const rows = taken.length / columns;
  const [c0, c1] = [Math.max(0, Math.floor(left / CELL)), Math.min(columns - 1, Math.floor((left + width) / CELL))];
  const [r0, r1] = [Math.max(0, Math.floor(top / CELL)), Math.min(rows - 1, Math.floor((top + height) / CELL))];
  if (!always) {
    for (let r = r0; r <= r1; r += 1) for (let c = c0; c <= c1; c += 1) if (taken[r * columns + c]) return false;
  }
  for (let r = r0; r <= r1; r += 1) taken.fill(1, r * columns + c0, r * columns + c1 + 1);
  return true;
}
