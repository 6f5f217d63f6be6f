// Keeps one connection alive over whatever transport works: tries again, notices silence, falls back to polling.

/**
 * An open connection.
 *
 * @typedef {{ send(message: Record<string, any>): void, close(): void }} Wire
 */

/**
 * Start a connection. Calls `up` with the wire once it can send, `got` with each message, and `down` once, when it
 * could not be opened or is gone; after `close()` it calls nothing.
 *
 * @typedef {(events: {
 *   up: () => void,
 *   got: (message: Record<string, any>) => void,
 *   down: () => void,
 * }) => Wire} Connect
 */

/**
 * What a test puts in the place of the clock and of chance.
 *
 * @typedef {{
 *   now(): number,
 *   after(milliseconds: number, run: () => void): any,
 *   cancel(timer: any): void,
 *   random(): number,
 * }} World milliseconds throughout
 */

/** @type {World} */
export const realWorld = {
  now: () => Date.now(),
  after: (milliseconds, run) => setTimeout(run, milliseconds),
  cancel: (timer) => clearTimeout(timer),
  random: () => Math.random(),
};

const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;
const OPENING = 8000;
const PING_EVERY = 10_000;
const PONG_WITHIN = 5000;
const SOCKET_TRIES = 3;

/**
 * How long to wait before trying again: doubles from half a second to eight, and up to half of it is left to chance, so
 * that a hall full of phones doesn't come back in one moment.
 *
 * @param {number} failures in a row
 * @param {() => number} random
 * @returns {number} milliseconds
 */
export function backoff(failures, random) {
  const full = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, failures - 1));
  return full * (0.5 + random() / 2);
}

export class Link {
  /**
   * @param {{
   *   main: Connect,
   *   fallback?: Connect | null,
   *   alive?: () => Promise<boolean>,
   *   world?: World,
   *   onUp: () => void,
   *   onMessage: (message: Record<string, any>) => void,
   *   onStatus: (status: import("./types.js").Status) => void,
   *   onPing?: () => void,
   * }} options `alive` tells whether the server answers at all: then it is the transport that is blocked
   */
  constructor(options) {
    const { main, fallback = null, alive = async () => false, world = realWorld } = options;
    this.main = main;
    this.fallback = fallback;
    this.alive = alive;
    this.world = world;
    this.onUp = options.onUp;
    this.onMessage = options.onMessage;
    this.onStatus = options.onStatus;
    this.onPing = options.onPing ?? (() => {});
    this.failures = 0;
    this.polling = false;
    this.stopped = true;
    /** @type {Wire | null} */
    this.wire = null;
    this.open = false;
    /** @type {any} */
    this.timer = null;
    /** @type {any} */
    this.deadline = null;
  }

  start() {
    if (!this.stopped) return;
    this.stopped = false;
    this.onStatus("connecting");
    this.connect();
  }

  stop() {
    this.stopped = true;
    this.hangUp();
  }

  /**
   * @param {Record<string, any>} message
   * @returns {boolean} whether it left this device
   */
  send(message) {
    if (!this.open || !this.wire) return false;
    this.wire.send(message);
    return true;
  }

  /** Something says that the network or the person is back: don't wait, and don't trust a connection that looks open. */
  wake() {
    if (this.stopped) return;
    if (this.open) this.ping();
    else if (!this.wire) this.connect();
  }

  connect() {
    this.hangUp();
    const connect = this.polling && this.fallback ? this.fallback : this.main;
    const current = { live: true };
    this.current = current;
    const whenLive =
      (/** @type {(...args: any[]) => void} */ run) =>
      (/** @type {any[]} */ ...args) => {
        if (current.live) run(...args);
      };
    this.deadline = this.world.after(OPENING, () => this.lost());
    this.wire = connect({
      up: whenLive(() => this.up()),
      got: whenLive((message) => this.got(message)),
      down: whenLive(() => this.lost()),
    });
  }

  up() {
    this.open = true;
    this.beat();
    this.onUp();
  }

  /** @param {Record<string, any>} message */
  got(message) {
    // Only a message proves a connection: some proxies accept a socket and then let nothing through.
    this.failures = 0;
    this.world.cancel(this.deadline);
    this.deadline = null;
    this.onStatus("connected");
    this.onMessage(message);
  }

  beat() {
    this.world.cancel(this.timer);
    this.timer = this.world.after(PING_EVERY, () => {
      this.ping();
      this.beat();
    });
  }

  ping() {
    if (this.deadline != null || !this.send({ op: "ping" })) return;
    this.onPing();
    this.deadline = this.world.after(PONG_WITHIN, () => this.lost());
  }

  lost() {
    this.hangUp();
    if (this.stopped) return;
    this.failures += 1;
    this.onStatus("offline");
    this.timer = this.world.after(
      backoff(this.failures, () => this.world.random()),
      () => this.again(),
    );
  }

  async again() {
    this.timer = null;
    if (this.fallback && this.failures >= SOCKET_TRIES) {
      // Every other time, so that a socket that works again is found again.
      const answers = await this.alive();
      this.polling = answers && !this.polling;
    }
    if (!this.stopped && !this.wire) this.connect();
  }

  hangUp() {
    this.world.cancel(this.timer);
    this.world.cancel(this.deadline);
    this.timer = null;
    this.deadline = null;
    if (this.current) this.current.live = false;
    this.open = false;
    const wire = this.wire;
    this.wire = null;
    wire?.close();
  }
}
