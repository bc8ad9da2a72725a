// The frame in which the screens follow each other: one at a time, its heading focused, and the browser's
// "back" closing what lies over another.

import { el } from "./dom.js";

/**
 * Make the frame. A screen is {title, node, playing, shown, gone}: its name for the window, its elements,
 * whether it wants the whole window, and what to do when it has come and when it goes.
 * @param {HTMLElement} host
 * @param {HTMLElement} sync the state of sync, always seen: in the bar, or in the place a screen has for it
 */
export function makeFrame(host, sync) {
  const bar = sync.parentElement;
  const name = document.title;
  const warning = el("p.trouble", { role: "alert", hidden: true });
  let stack = [];
  const top = () => stack[stack.length - 1];

  const draw = (focus) => {
    const { node, title, playing } = top();
    host.replaceChildren(node);
    document.title = `${title} · ${name}`;
    document.documentElement.classList.toggle("playing", Boolean(playing));
    (node.querySelector("[data-sync-place]") ?? bar).append(sync);
    const place = node.querySelector("[data-warning-place]");
    if (place) place.append(warning);
    else host.before(warning);
    window.scrollTo(0, 0);
    const target = focus?.isConnected && !focus.disabled ? focus : node.querySelector("h1");
    target?.focus({ preventScroll: true });
    top().shown?.();
  };
  const back = () => {
    stack.pop().gone?.();
    draw(top().left);
  };
  // An entry of a screen that was closed by its own button still stands in the history: go past it.
  window.addEventListener("popstate", () => (stack.length > 1 ? back() : history.back()));

  return {
    /** Show a screen in the place of all others. */
    show(screen) {
      stack.reverse().forEach((one) => one.gone?.());
      stack = [screen];
      draw();
    },
    /** Lay a screen over the present one, which comes back as it was. */
    over(screen) {
      top().left = document.activeElement;
      stack.push(screen);
      history.pushState({}, "");
      draw();
    },
    /** Say something above every screen until it is taken back with "". */
    warn(text) {
      warning.textContent = text;
      warning.hidden = !text;
    },
    /** Close the screen that lies over the others. */
    back,
    get covered() { return stack.length > 1; },
  };
}
