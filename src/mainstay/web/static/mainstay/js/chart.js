// Lets the values of a chart be read with a pointer, a finger or the arrow keys.
//
// Without this script the browser shows each value as a tooltip, and the table below has all of them.

const SVG = "http://www.w3.org/2000/svg";
const REACH = 28; // px: further away than this, a pointer means none of the marks

// The marks that say something, in the order of reading, with what they say.
function marksOf(svg) {
  const marks = [...svg.querySelectorAll("circle, rect, path")].filter((mark) => mark.querySelector("title"));
  for (const mark of marks) {
    const title = mark.querySelector("title");
    mark.dataset.said = title.textContent;
    // The line below the chart says it at once; a tooltip would say it again, late.
    title.remove();
  }
  return marks;
}

const middle = (mark) => {
  const { left, top, width, height } = mark.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};

// A mark under the pointer wins; else the nearest one.
function nearest(marks, x, y) {
  let best = null, least = REACH;
  for (const mark of marks) {
    const [mx, my] = middle(mark);
    const away = Math.hypot(mx - x, my - y);
    if (away < least) [best, least] = [mark, away];
  }
  return best;
}

function readable(box, svg, told) {
  const marks = marksOf(svg);
  if (!marks.length) return;
  let here = null;
  const show = (mark) => {
    here?.classList.remove("marked");
    here = mark;
    here?.classList.add("marked");
    told.textContent = here ? here.dataset.said : "";
  };
  svg.addEventListener("pointermove", (event) => show(nearest(marks, event.clientX, event.clientY)));
  svg.addEventListener("pointerdown", (event) => show(nearest(marks, event.clientX, event.clientY)));
  svg.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") show(null); });
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", `${svg.querySelector(":scope > title").textContent}: arrow keys read the values`);
  box.addEventListener("keydown", (event) => {
    const steps = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const from = here ? marks.indexOf(here) : step > 0 ? -1 : marks.length;
    show(marks[Math.min(Math.max(from + step, 0), marks.length - 1)]);
  });
  box.addEventListener("blur", () => show(null));
}

for (const frame of document.querySelectorAll("[data-chart]")) {
  const told = document.createElement("p");
  told.className = "readout";
  told.setAttribute("role", "status");
  frame.append(told);
  for (const svg of frame.querySelectorAll("svg")) {
    if (svg.namespaceURI === SVG) readable(svg.parentElement, svg, told);
  }
}
