// How far this device's clock is from the server's, so that one timer is right on every screen.

/** Smaller shifts are not worth drawing anew. */
const WORTH = 0.3;

export class Clock {
  /** @param {import("./link.js").World} world */
  constructor(world) {
    this.world = world;
    /** Seconds that the server is ahead of this device. */
    this.ahead = 0;
    /** @type {number | null} when the last ping left */
    this.asked = null;
    this.best = Number.POSITIVE_INFINITY;
  }

  /** @returns {number} Unix seconds on this device's clock */
  now() {
    return this.world.now() / 1000;
  }

  /**
   * The server said what time it is, at some moment not long ago.
   *
   * @param {number | undefined} time
   */
  hear(time) {
    if (time != null) this.ahead = time - this.now();
    this.best = Number.POSITIVE_INFINITY;
  }

  ping() {
    this.asked = this.now();
  }

  /**
   * The answer to a ping: the server's clock was read half-way. The shortest way there and back knows best.
   *
   * @param {number} time
   * @returns {boolean} whether the offset changed so much that timers should be drawn anew
   */
  pong(time) {
    if (this.asked == null) return false;
    const now = this.now();
    const trip = now - this.asked;
    this.asked = null;
    if (trip > this.best) return false;
    this.best = trip;
    const ahead = time - (now - trip / 2);
    const moved = Math.abs(ahead - this.ahead) > WORTH;
    if (moved) this.ahead = ahead;
    return moved;
  }

  /**
   * A shared view with the end of its timer on this device's clock; the room as the trainer sees it, too.
   *
   * @param {any} shared
   * @returns {any}
   */
  shift(shared) {
    if (!shared) return shared;
    const timer = shared.step?.timer;
    const room = shared.room ? this.shift(shared.room) : shared.room;
    if (timer?.ends == null) return room === shared.room ? shared : { ...shared, room };
    return { ...shared, room, step: { ...shared.step, timer: { ...timer, ends: timer.ends - this.ahead } } };
  }
}
