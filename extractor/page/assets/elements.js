// Elements of the page: made with text only, never from markup.

const byId = (id) => document.getElementById(id);

// An element with properties ("class", "aria-…" and "data-…" among them), listeners ("onclick") and children.
function el(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(given)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "dot") made.style.setProperty("--dot", value);
    else if (key === "share") made.style.setProperty("--share", value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

// What comes from a text stands by itself: its direction does not reach what follows.
const text = (words, given = {}) => el("bdi", given, words);

const plural = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

const fold = (words) => words.normalize("NFKD").toLowerCase().replace(/[\s\p{Mn}\p{Pd}_.]/gu, "");
