// One page at a time leads through a session: two that count would write every set twice. The pages of this
// device ask each other; where they cannot, each goes on by itself, and the diary takes what both write.

import { newId } from "../event.js";

const NAME = "mainstay-session";
const ANSWER_MS = 250;
const HAND_OVER_MS = 2_000;

/**
 * Make this page's seat.
 * @returns {object} `isTaken()` whether another page leads, `takeOver()` has it step back and waits until all
 *   of it is kept, `take(onLost)` (`onLost` steps back from here, and resolves when all is kept), `leave()`
 */
export function makeSeat(Channel = globalThis.BroadcastChannel) {
  const channel = Channel ? new Channel(NAME) : null;
  const me = newId();
  let mine = null;
  let waiting = null;
  // Whether it may be that another page leads: known from the first question on, since all of them tell.
  let maybe = true;

  const tell = (says, more = {}) => channel?.postMessage({ says, from: me, ...more });
  const lose = async () => {
    const { onLost } = mine;
    mine = null;
    await onLost();
    tell("yours");
  };
  // Two that begin in the same moment: the one that came first stays.
  const isLater = (since, from) => since > mine.since || (since === mine.since && from > me);
  const hears = {
    ask: () => mine && tell("here"),
    give: () => mine && lose(),
    taken({ since, from }) {
      maybe = true;
      return mine && isLater(since, from) && lose();
    },
    here: () => waiting?.here?.(),
    yours: () => waiting?.yours?.(),
  };
  if (channel) channel.onmessage = ({ data }) => void hears[data.says]?.(data);

  // Whether the others give an answer within a time.
  const heard = async (asked, answer, milliseconds) => {
    if (!channel) return false;
    const found = await new Promise((resolve) => {
      waiting = { [answer]: () => resolve(true) };
      tell(asked);
      setTimeout(resolve, milliseconds, false);
    });
    waiting = null;
    return found;
  };

  return {
    async isTaken() {
      if (maybe) maybe = await heard("ask", "here", ANSWER_MS);
      return maybe;
    },
    takeOver: () => heard("give", "yours", HAND_OVER_MS),
    take(onLost) {
      mine = { since: Date.now(), onLost };
      tell("taken", { since: mine.since });
    },
    leave() {
      mine = null;
    },
  };
}
