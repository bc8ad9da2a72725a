// Building the page: elements from a short notation, without any markup in strings.

const SVG = "http://www.w3.org/2000/svg";
const ICONS = new URL("../../icons.svg", import.meta.url).pathname;

function set(node, name, value) {
  if (typeof value === "function") node.addEventListener(name, value);
  else if (value === true) node.setAttribute(name, "");
  else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
}

/**
 * Make an element. `kind` is a tag with its classes ("button.button.second"); of the properties, a function
 * listens to the event of that name, and a false or empty one is left out. Children that are null are, too.
 */
export function el(kind, properties = {}, ...children) {
  const [tag, ...classes] = kind.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  for (const [name, value] of Object.entries(properties)) set(node, name, value);
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

/** A drawing of the icon sheet; it is never the only sign. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `${ICONS}#${name}`);
  svg.append(use);
  return svg;
}

/** A button with its word, and what it does. `kind` adds classes: "second", "bare", "stop", "whole". */
export function button(text, kind, onClick, properties = {}) {
  return el(["button", "button", ...(kind ? kind.split(" ") : [])].join("."), { type: "button", click: onClick, ...properties }, text);
}

/** A list of texts, or nothing where there are none. */
export function list(texts, kind = "ul.lines") {
  return texts?.length ? el(kind, {}, texts.map((text) => el("li", {}, text))) : null;
}

/** The top of a screen: a small word, the heading that takes the focus, and a sentence. */
export function opening(kicker, title, lede = "") {
  return el("div.opening", {},
    kicker ? el("p.kicker", {}, kicker) : null,
    el("h1", { tabindex: "-1" }, title),
    lede ? el("p.lede", {}, lede) : null);
}
