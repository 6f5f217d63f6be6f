// A world without a clock of its own: time passes when a test says so. And a network that a test pulls the strings of.

export class World {
  constructor() {
    this.time = 1_000_000;
    this.timers = [];
    this.chance = 0.5;
  }

  now() {
    return this.time;
  }

  random() {
    return this.chance;
  }

  after(milliseconds, run) {
    const timer = { at: this.time + milliseconds, run };
    this.timers.push(timer);
    return timer;
  }

  cancel(timer) {
    this.timers = this.timers.filter((one) => one !== timer);
  }

  /** Let time pass; what is due happens in its order, and what it leads to as well. */
  async pass(milliseconds) {
    const until = this.time + milliseconds;
    for (;;) {
      const due = this.timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!due) break;
      this.cancel(due);
      this.time = Math.max(this.time, due.at);
      due.run();
      await settled();
    }
    this.time = until;
  }
}

/** Everything that was promised and is ready to happen, has happened. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A transport of which a test opens, answers and breaks the connections. */
export class Network {
  constructor() {
    this.tries = [];
  }

  /** What a link connects with. */
  get connect() {
    return (events) => {
      const one = { events, sent: [], closed: false };
      this.tries.push(one);
      return {
        send: (message) => one.sent.push(message),
        close: () => {
          one.closed = true;
        },
      };
    };
  }

  get last() {
    return this.tries.at(-1);
  }

  /** What was said over the newest connection, of one kind. */
  said(op) {
    return this.last.sent.filter((message) => message.op === op);
  }

  /** The newest connection opens, and the server lets this client in. */
  welcome(more = {}) {
    this.last.events.up();
    this.answer({
      op: "welcome",
      token: "T",
      participant: "p1",
      seq: 1,
      time: 1000,
      role: "participant",
      ...more,
    });
  }

  answer(message) {
    this.last.events.got(message);
  }

  cut() {
    this.last.events.down();
  }
}
