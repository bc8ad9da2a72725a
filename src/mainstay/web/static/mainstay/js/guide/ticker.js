// A worker that beats: it is told an interval in milliseconds, and says "now" at each.

onmessage = ({ data }) => setInterval(() => postMessage("now"), data);
