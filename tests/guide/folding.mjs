// Unfolds packets as the browser does. In: {modules, packets}. Out: the packets as the pages use them.

const { modules, packets } = JSON.parse(await new Promise((resolve) => {
  let text = "";
  process.stdin.on("data", (chunk) => { text += chunk; }).on("end", () => resolve(text));
}));
const { unfolded } = await import(`${modules}/../packet.js`);
console.log(JSON.stringify(packets.map((packet) => unfolded(packet))));
