// A picture of the drawing, wider than the canvas: where drawing takes long, the picture is moved while the camera moves.

const SLOW = 12; // milliseconds; what is drawn faster is drawn anew for every frame
const MARGIN = 0.35; // of width and height, on every side
const still = { canvas: document.createElement("canvas"), scale: 0, left: 0, top: 0, width: 0, height: 0 };
let cost = 0;

function paint() {
  const sharp = canvas.width / camera.width;
  if (camera.moving && cost > SLOW) {
    if (!covers()) take(sharp);
    const by = camera.scale / still.scale;
    screen.setTransform(sharp, 0, 0, sharp, 0, 0);
    screen.fillStyle = colours.ground;
    screen.fillRect(0, 0, camera.width, camera.height);
    const [x, y] = corner(by);
    screen.drawImage(still.canvas, x, y, still.width * by, still.height * by);
    return;
  }
  still.scale = 0;
  const begun = performance.now();
  draw(screen, sharp);
  cost = performance.now() - begun;
}

const corner = (by) => [camera.left - still.left * by, camera.top - still.top * by];

// Whether the picture holds all that is to be seen, at about the right size.
function covers() {
  const by = still.scale && camera.scale / still.scale;
  if (by < 0.6 || by > 1.7) return false;
  const [x, y] = corner(by);
  const [left, top, right, bottom] = edges.map((edge, n) => edge * camera.scale + (n % 2 ? camera.top : camera.left));
  return (
    x <= Math.max(0, left) && y <= Math.max(0, top) &&
    x + still.width * by >= Math.min(camera.width, right) && y + still.height * by >= Math.min(camera.height, bottom)
  );
}

function take(sharp) {
  const { width, height, left, top, scale } = camera;
  const [beyond, above] = [Math.round(width * MARGIN), Math.round(height * MARGIN)];
  Object.assign(camera, { width: width + 2 * beyond, height: height + 2 * above, left: left + beyond, top: top + above });
  Object.assign(still, { scale, left: camera.left, top: camera.top, width: camera.width, height: camera.height });
  Object.assign(still.canvas, { width: Math.round(still.width * sharp), height: Math.round(still.height * sharp) });
  draw(still.canvas.getContext("2d", { alpha: false }), sharp);
  Object.assign(camera, { width, height, left, top });
}

// Where the graph ends, with room for labels.
let edges = [0, 0, 0, 0];
changed.push(() => (edges = bounds(shown.entities).map((edge, n) => edge + (n < 2 ? -200 : 200))));

// Draw anew with the next frame: something but the camera has changed.
function redraw() {
  still.scale = 0;
  frame();
}

let due = 0;
function frame() {
  if (due) return;
  due = requestAnimationFrame(() => {
    due = 0;
    paint();
  });
}
