// The real server as a process of its own, which can be killed and started again.

import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

export class Server {
  #command;
  #child = null;

  /** `command` starts it, with `--port` and a port behind. */
  constructor(command, port) {
    this.#command = [...command, "--port", String(port)];
    this.address = `http://127.0.0.1:${port}`;
  }

  async start() {
    const [program, ...rest] = this.#command;
    // A group of its own, so that the worker dies with the process that started it.
    this.#child = spawn(program, rest, { detached: true, stdio: ["ignore", "ignore", "inherit"] });
    for (let tries = 0; tries < 1500; tries += 1) {
      const answer = await fetch(`${this.address}/healthz`).catch(() => null);
      if (answer?.ok) return;
      await pause(20);
    }
    throw new Error("the server does not start");
  }

  /** SIGKILL: it can neither finish nor tidy up. */
  async kill() {
    const child = this.#child;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    process.kill(-child.pid, "SIGKILL");
    await gone;
  }
}

/** A loopback port nobody listens on. */
export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
