// Plays what mainstay.figure.packing.pack made: no library, one requestAnimationFrame, 60 pictures a second.
//
//   const figure = mount(element, packed);  figure.show(2.4)      // sample number, may be a fraction
//   figure.stops -> [{sample, phase, seconds, breath, holds, counts}]; the page's own clock says where it is:
//   figure.at(stopIndex, share)                                   // 0..1 of the way to that stop
//   figure.mirror(true)

const TAU = 2 * Math.PI, SVG = "http://www.w3.org/2000/svg";

// The colours of paint.py, as far as things that move need them; a page's --figure-* variables overrule them.
const LIGHT = {
  skin: "#dda582", "skin-far": "#c8a18a", top: "#4c9a92", "top-far": "#7fada7", legs: "#35495e", "legs-far": "#6b7c8d",
  shoe: "#f4f0e8", "shoe-far": "#dbd8d0", hair: "#53382c", ear: "#c98f6d", ink: "#3a2a24", edge: "#1d2b36",
  mat: "#dfe7e2", "mat-side": "#c6d2cb", wood: "#c9a97f", "wood-side": "#a98a63", wall: "#e6e2da", "wall-side": "#d2cdc2",
  steel: "#6b737b", band: "#c2456b", glow: "#ff6a3d", spine: "#fff6d8",
};
const DARK = {
  ...LIGHT, skin: "#d9a07c", "skin-far": "#9c7a66", top: "#58aea4", "top-far": "#3f7a74", legs: "#7e95ad", "legs-far": "#55677a",
  shoe: "#eae6dd", "shoe-far": "#9e9b94", hair: "#7a5645", ear: "#bd8461", edge: "#0a1116",
  mat: "#2a353c", "mat-side": "#1f282e", wood: "#8d7453", "wood-side": "#6d593e", wall: "#2d343a", "wall-side": "#23292e",
  steel: "#a3adb5", band: "#e0688c", glow: "#ff8a5c",
};

// Gives the document the colours, once: as an adopted sheet, because the page allows no inline style.
let dressed = false;
function dress() {
  if (dressed) return;
  const hue = (name) => `var(--figure-${name},var(--f-${name}))`;
  const names = (colours) => Object.entries(colours).map(([name, value]) => `--f-${name}:${value}`).join(";");
  const fills = Object.keys(LIGHT).map((name) => `.f-${name}{fill:${hue(name)}}`).join("");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`.fig{${names(LIGHT)}}@media(prefers-color-scheme:dark){.fig{${names(DARK)}}}${fills}`
    + `.f-line{fill:none;stroke:${hue("edge")};stroke-width:7;stroke-linejoin:round;opacity:.34}`
    + `.f-lit{stop-color:${hue("glow")}}.f-bones{fill:none;stroke:${hue("spine")};stroke-linecap:round}`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  dressed = true;
}

// The outline round some circles: the twin of hull.py.
export function band(c) {
  let now = 0, angle = 0, path = "";
  const n = c.length;
  for (let i = 1; i < n; i++) {
    const ahead = c[i][0] + c[i][2] - c[now][0] - c[now][2];
    if (ahead > 1e-6 || (ahead > -1e-6 && c[i][1] > c[now][1])) now = i;
  }
  for (let k = 0; k < 3 * n + 3; k++) {
    const [x, y, r] = c[now];
    let best = now, until = TAU, longest = 0;
    for (let i = 0; i < n; i++) {
      const dx = c[i][0] - x, dy = c[i][1] - y, far = Math.hypot(dx, dy);
      if (i === now || far <= Math.abs(r - c[i][2]) + 1e-9) continue;
      const at = (((Math.atan2(dy, dx) - Math.acos((r - c[i][2]) / far)) % TAU) + TAU) % TAU;
      const sooner = at < until - 1e-9 || (at < until + 1e-9 && far > longest && best !== now);
      if (at > angle + 1e-9 && sooner) { best = i; until = at; longest = far; }
    }
    const spot = (a) => `${(x + r * Math.cos(a)).toFixed(1)} ${(y + r * Math.sin(a)).toFixed(1)}`;
    path += (path ? "L" : "M") + spot(angle);
    if (until - angle > 1.9 * Math.PI) path += `A${r} ${r} 0 0 1 ${spot((angle + until) / 2)}`;
    path += `A${r} ${r} 0 ${until - angle > Math.PI && until - angle <= 1.9 * Math.PI ? 1 : 0} 1 ${spot(until)}`;
    if (until >= TAU) break;
    now = best; angle = until;
  }
  return path + "Z";
}

// A Catmull-Rom curve: the twin of silhouette.py.
export function smooth(p, closed = true) {
  const n = p.length, at = (i) => p[closed ? (i + n) % n : Math.min(Math.max(i, 0), n - 1)];
  let path = `M${p[0][0].toFixed(1)} ${p[0][1].toFixed(1)}`;
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const a = at(i - 1), b = at(i), c = at(i + 1), d = at(i + 2);
    path += "C" + [b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6, c[0] - (d[0] - b[0]) / 6,
      c[1] - (d[1] - b[1]) / 6, c[0], c[1]].map((v) => v.toFixed(1)).join(" ");
  }
  return path + (closed ? "Z" : "");
}

// Where a muscle's glow lies, between the two ends of its belly: the twin of drawing.py's draw_light.
export function belly([ax, ay, bx, by], r) {
  const turn = Math.atan2(by - ay, bx - ax) * 360 / TAU;
  return { rx: Math.hypot(bx - ax, by - ay) / 2 + r * 1.25, ry: r * 1.3,
    transform: `translate(${((ax + bx) / 2).toFixed(1)} ${((ay + by) / 2).toFixed(1)})rotate(${turn.toFixed(1)})` };
}

// From steps (packing.py) back to places: rows of numbers, one a sample (one row where nothing moves).
function unpack(flat, width) {
  const rows = [], change = new Array(width).fill(0);
  for (let i = 0; i < flat.length; i += width) {
    const turn = flat.slice(i, i + width), before = rows.at(-1);
    for (let k = 2; k < width; k++) turn[k] += turn[k - 2];
    if (!before) rows.push(turn);
    else rows.push(before.map((v, k) => v + (change[k] += turn[k])));
  }
  return rows;
}

// Where the numbers are at a fraction of a sample, on a Catmull-Rom curve through the samples.
function between(rows, moment) {
  if (rows.length === 1) return rows[0];
  const last = rows.length - 1, i = Math.min(last - 1, Math.floor(moment)), t = moment - i;
  const a = rows[i > 0 ? i - 1 : last - 1], b = rows[i], c = rows[i + 1], d = rows[i + 2 > last ? 1 : i + 2];
  return b.map((v, k) => v + t / 2 * (c[k] - a[k] + t * (2 * a[k] - 5 * v + 4 * c[k] - d[k] + t * (3 * (v - c[k]) + d[k] - a[k]))));
}

function make(parent, tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return parent.appendChild(made);
}

// The picture's elements, and what of it moves: `paint` is told the steps, how many numbers a row has, and how
// to draw a row; `after` is told what to do once a moment is drawn.
function build(svg, packed, uid, paint, after) {
  make(svg, "title", { id: `${uid}t` }).textContent = packed.t;
  make(svg, "desc", { id: `${uid}d` }).textContent = packed.d;
  const gradient = make(svg, "radialGradient", { id: `${uid}glow` });
  for (const [offset, opacity] of [[0, 1], [0.45, 0.8], [1, 0]]) make(gradient, "stop", { class: "f-lit", offset, "stop-opacity": opacity });
  const all = make(svg, "g", {});
  all.innerHTML = packed.s;
  const floor = make(all, "ellipse", { class: "f-edge", opacity: 0.13 });
  paint(packed.w, 4, ([cx, cy, rx, ry]) => set(floor, { cx, cy, rx, ry }));
  for (const [name, pieces, glows] of packed.l) {
    // One line round all of a layer's pieces lies under them: cheaper than a `use`, which the browser builds anew.
    const line = make(all, "path", { class: "f-line" }), layer = make(all, "g", {}), lines = [];
    for (const [place, [colour, radii, flat]] of pieces.entries()) {
      const path = make(layer, "path", { class: `f-${colour}` });
      const outline = radii.length ? (spots) => band(spots.map(([x, y], k) => [x, y, radii[k]])) : smooth;
      paint(flat, 2 * (radii.length || radii), (v) => path.setAttribute("d", lines[place] = outline(pairs(v))));
    }
    after(() => line.setAttribute("d", lines.join("")));
    for (const [opacity, r, flat] of glows) {
      const light = make(all, "ellipse", { fill: `url(#${uid}glow)`, opacity });
      paint(flat, 4, (v) => set(light, belly(v, r)));
    }
    if (name === "torso" && packed.v.length) spine(all, packed.v, paint);
  }
  return all;
}

function spine(all, flat, paint) {
  const bones = make(all, "g", { class: "f-bones" });
  const line = make(bones, "path", { "stroke-width": 5, opacity: 0.9 }), dots = make(bones, "path", { "stroke-width": 15 });
  paint(flat, 12, (v) => {
    line.setAttribute("d", smooth(pairs(v), false));
    dots.setAttribute("d", pairs(v).map(([x, y]) => `M${x.toFixed(1)} ${y.toFixed(1)}h0`).join(""));
  });
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, typeof value === "number" ? value.toFixed(1) : value);
}

function pairs(v) {
  return Array.from({ length: v.length / 2 }, (_, k) => [v[2 * k], v[2 * k + 1]]);
}

export function mount(host, packed) {
  dress();
  const uid = "fg" + Math.random().toString(36).slice(2, 8), [left, , wide] = packed.b;
  const svg = document.createElementNS(SVG, "svg");
  const named = { class: "fig", viewBox: packed.b.join(" "), role: "img", "aria-labelledby": `${uid}t ${uid}d` };
  for (const [name, value] of Object.entries(named)) svg.setAttribute(name, value);
  const moving = [], last = [];
  const paint = (flat, width, draw) => moving.push({ rows: unpack(flat, width), draw });
  const all = build(svg, packed, uid, paint, (draw) => last.push(draw));
  host.replaceChildren(svg);
  let drawn = -1;
  const show = (moment) => {
    if (moment === drawn) return;
    for (const { rows, draw } of moving) if (drawn < 0 || rows.length > 1) draw(between(rows, moment));
    for (const draw of last) draw();
    drawn = moment;
  };
  const stops = packed.k.map(([sample, phase, seconds, breath, holds, counts]) => ({ sample, phase, seconds, breath, holds: !!holds, counts: !!counts }));
  const at = (stop, share) => {
    const from = stop ? stops[stop - 1].sample : 0;
    show(from + (stops[stop].sample - from) * Math.min(1, Math.max(0, share)));
  };
  const mirror = (on) => all.setAttribute("transform", on ? `matrix(-1 0 0 1 ${2 * left + wide} 0)` : "");
  show(0);
  return { svg, stops, show, at, mirror, samples: packed.n };
}
