// Plays what mainstay.figure.packing.pack made: no library, one requestAnimationFrame, 60 pictures a second.
//
//   const figure = mount(element, packed);  figure.show(2.4)      // sample number, may be a fraction
//   figure.stops -> [{sample, phase, seconds, breath, holds, counts}]; the page's own clock says where it is:
//   figure.at(stopIndex, share)                                   // 0..1 of the way to that stop
//   figure.mirror(true)

const TAU = 2 * Math.PI, SVG = "http://www.w3.org/2000/svg";

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

// A closed Catmull-Rom curve: the twin of silhouette.py.
export function smooth(p) {
  const n = p.length, at = (i) => p[(i + n) % n];
  let path = `M${p[0][0].toFixed(1)} ${p[0][1].toFixed(1)}`;
  for (let i = 0; i < n; i++) {
    const a = at(i - 1), b = at(i), c = at(i + 1), d = at(i + 2);
    path += "C" + [b[0] + (c[0] - a[0]) / 6, b[1] + (c[1] - a[1]) / 6, c[0] - (d[0] - b[0]) / 6,
      c[1] - (d[1] - b[1]) / 6, c[0], c[1]].map((v) => v.toFixed(1)).join(" ");
  }
  return path + "Z";
}

// From steps back to places: rows of numbers, one a sample (one row where nothing moves).
function unpack(flat, width) {
  const rows = [flat.slice(0, width)];
  for (let i = width; i < flat.length; i += width) rows.push(rows[rows.length - 1].map((v, k) => v + flat[i + k]));
  return rows;
}

// Where the numbers are at a fraction of a sample, on a Catmull-Rom curve through the samples.
function between(rows, moment) {
  if (rows.length === 1) return rows[0];
  const last = rows.length - 1, i = Math.min(last - 1, Math.floor(moment)), t = moment - i;
  const a = rows[i > 0 ? i - 1 : last - 1], b = rows[i], c = rows[i + 1], d = rows[i + 2 > last ? 1 : i + 2];
  return b.map((v, k) => v + t / 2 * (c[k] - a[k] + t * (2 * a[k] - 5 * v + 4 * c[k] - d[k] + t * (3 * (v - c[k]) + d[k] - a[k]))));
}

export function mount(host, packed) {
  const uid = "fg" + Math.random().toString(36).slice(2, 8), [bx, by, bw, bh] = packed.b;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "fig");
  svg.setAttribute("viewBox", packed.b.join(" "));
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", `${uid}t ${uid}d`);
  const parts = [];
  let inner = `<title id="${uid}t"></title><desc id="${uid}d"></desc>${packed.c}<g>${packed.s}<ellipse class="f-edge" opacity=".13"/>`;
  for (const [name, pieces] of packed.l) {
    inner += `<use href="#${uid}${name}" class="f-line"/><g id="${uid}${name}">`;
    for (const [colour, radii, flat] of pieces) {
      inner += `<path class="f-${colour}"/>`;
      parts.push({ radii, flat });
    }
    inner += "</g>";
  }
  svg.innerHTML = inner + "</g>";
  svg.querySelector("title").textContent = packed.t;
  svg.querySelector("desc").textContent = packed.d;
  host.replaceChildren(svg);
  const paths = svg.querySelectorAll("g[id] > path"), floor = svg.querySelector("ellipse"), shade = unpack(packed.w, 4);
  for (const [k, part] of parts.entries()) {
    const moving = part.radii.length ? 2 * part.radii.length : widthOf(part.flat, packed.n);
    part.rows = unpack(part.flat, moving);
    part.path = paths[k];
  }
  const draw = (part, moment) => {
    const v = between(part.rows, moment), spots = [];
    for (let i = 0; i < v.length; i += 2) spots.push([v[i], v[i + 1], part.radii[i / 2]]);
    part.path.setAttribute("d", part.radii.length ? band(spots) : smooth(spots));
  };
  let drawn = -1;
  const show = (moment) => {
    if (moment === drawn) return;
    for (const part of parts) if (drawn < 0 || part.rows.length > 1) draw(part, moment);
    const [x, y, rx, ry] = between(shade, moment);
    floor.setAttribute("cx", x); floor.setAttribute("cy", y); floor.setAttribute("rx", rx); floor.setAttribute("ry", ry);
    drawn = moment;
  };
  const stops = packed.k.map(([sample, phase, seconds, breath, holds, counts]) => ({ sample, phase, seconds, breath, holds: !!holds, counts: !!counts }));
  const at = (stop, share) => {
    const from = stop ? stops[stop - 1].sample : 0;
    show(from + (stops[stop].sample - from) * Math.min(1, Math.max(0, share)));
  };
  const mirror = (on) => svg.lastElementChild.setAttribute("transform", on ? `matrix(-1 0 0 1 ${2 * bx + bw} 0)` : "");
  show(0);
  return { svg, stops, show, at, mirror, samples: packed.n };
}

// A curve's numbers in one sample: the flat list holds one sample, or all of them.
function widthOf(flat, samples) {
  return flat.length % samples === 0 && flat.length / samples >= 12 ? flat.length / samples : flat.length;
}
