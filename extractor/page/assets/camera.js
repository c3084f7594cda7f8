// The camera: which part of the plane the canvas shows. A point (x, y) stands at x * scale + left, y * scale + top.

const canvas = byId("canvas");
const camera = { scale: 1, left: 0, top: 0, width: 1, height: 1, moving: 0 };
const CLOSEST = 3;
let widest = 0.01;

const calm = matchMedia("(prefers-reduced-motion: reduce)");

function bounds(some) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of some) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return left === Infinity ? [0, 0, 1, 1] : [left, top, right, bottom];
}

// The camera that shows the first of these and, where that leaves names readable, the others around it.
function near(some) {
  const all = framed(some, 0.75);
  return all.scale < 0.2 ? framed(some.slice(0, 1), 0.3) : all;
}

// Width and height of the canvas that the open panel does not cover (it does on small screens).
function free() {
  const [mine, panel] = [canvas.getBoundingClientRect(), byId("details").getBoundingClientRect()];
  if (!panel.width || panel.left >= mine.right) return [camera.width, camera.height];
  return panel.left > mine.left + 40 ? [panel.left - mine.left, camera.height] : [camera.width, Math.max(120, panel.top - mine.top)];
}

// The camera that shows these entities, no closer than `closest`.
function framed(some, closest = 1.1) {
  const [left, top, right, bottom] = bounds(some);
  const [width, height] = free();
  const room = Math.min(70, width / 8, height / 8);
  const scale = Math.max(
    0.005,
    Math.min(closest, (width - 2 * room) / Math.max(1, right - left), (height - 2 * room) / Math.max(1, bottom - top)),
  );
  return { scale, left: width / 2 - ((left + right) / 2) * scale, top: height / 2 - ((top + bottom) / 2) * scale };
}

let flight = 0;
function fly(to) {
  cancelAnimationFrame(flight);
  if (calm.matches) {
    Object.assign(camera, to);
    return redraw();
  }
  const from = { ...camera };
  const begun = performance.now();
  const step = (now) => {
    const part = Math.min(1, (now - begun) / 320);
    const eased = 1 - (1 - part) ** 3;
    for (const key of ["scale", "left", "top"]) camera[key] = from[key] + (to[key] - from[key]) * eased;
    moved();
    if (part < 1) flight = requestAnimationFrame(step);
  };
  flight = requestAnimationFrame(step);
}

const showAll = () => fly(framed(shown.entities.size ? shown.entities : entities));

function zoom(factor, x = camera.width / 2, y = camera.height / 2) {
  cancelAnimationFrame(flight);
  const scale = Math.min(CLOSEST, Math.max(widest, camera.scale * factor));
  const by = scale / camera.scale;
  Object.assign(camera, { scale, left: x - (x - camera.left) * by, top: y - (y - camera.top) * by });
  moved();
}

function pan(x, y) {
  cancelAnimationFrame(flight);
  camera.left += x;
  camera.top += y;
  moved();
}

// While the camera moves, a picture is moved where drawing takes long.
let rest = 0;
function moved() {
  camera.moving = 1;
  clearTimeout(rest);
  rest = setTimeout(() => {
    camera.moving = 0;
    redraw();
  }, 140);
  frame();
}

const onScreen = ({ x, y }, edge = 0) => {
  const [h, v] = [x * camera.scale + camera.left, y * camera.scale + camera.top];
  const [width, height] = free();
  return h >= edge && v >= edge && h <= width - edge && v <= height - edge;
};

// A graph that is wider than high is turned by a quarter for a screen that is not.
function upright() {
  const [left, top, right, bottom] = bounds(entities);
  if (right - left > bottom - top) for (const entity of entities) [entity.x, entity.y] = [-entity.y, entity.x];
}

function resize() {
  const { width, height } = canvas.getBoundingClientRect();
  if (!width || !height) return;
  const first = camera.width === 1;
  if (camera.width === width && camera.height === height) return;
  if (!first) {
    camera.left += (width - camera.width) / 2;
    camera.top += (height - camera.height) / 2;
  }
  Object.assign(camera, { width, height });
  const sharp = Math.min(2, devicePixelRatio || 1);
  canvas.width = Math.round(width * sharp);
  canvas.height = Math.round(height * sharp);
  const all = framed(entities);
  widest = all.scale / 3;
  if (first) {
    if (height > width * 1.15) upright();
    Object.assign(camera, framed(entities));
  }
  paint();
}
