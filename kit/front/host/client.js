// One client for every host: identity, outbox, acknowledgements, status and clock. It is the model of its screens.

import { Clock } from "./clock.js";
import { Link, realWorld } from "./link.js";
import { isContribution, Outbox } from "./outbox.js";

/** @typedef {import("./types.js").Outcome} Outcome */
/** @typedef {{ code?: string | null, key?: string | null, team?: string | null, lang?: string | null }} Who */

/** How long a settled command is still shown from here when no view comes that shows it. */
const LINGER = 2000;

export class Client {
  /**
   * @param {{
   *   who: Who,
   *   store: import("./outbox.js").Store,
   *   link: Omit<ConstructorParameters<typeof Link>[0], "onUp" | "onMessage" | "onStatus" | "onPing">,
   *   world?: import("./link.js").World,
   *   prefix?: string,
   *   offlineText?: (lang: string) => string,
   *   photos?: ReturnType<typeof import("./photos.js").photoRoute> | null,
   * }} options `offlineText` is what a person reads who clicks something that makes no sense later; without `photos`
   *   this host has no way for photographs
   */
  constructor({ who, store, link, world = realWorld, prefix, offlineText = () => "", photos = null }) {
    this.store = store;
    this.world = world;
    this.offlineText = offlineText;
    this.clock = new Clock(world);
    /** @type {Map<string, Set<(...args: any[]) => void>>} */
    this.listeners = new Map();
    /** @type {Map<string, (outcome: Outcome) => void>} */
    this.asked = new Map();
    /** @type {Record<string, any>} */
    this.state = { shared: null, mine: null, status: "connecting", pending: [], denied: null };
    this.photos = photos;
    this.state.photos = photos != null;
    this.raw = /** @type {any} */ (null);
    this.in = false;
    this.seen = -1;
    this.link = new Link({
      ...link,
      world,
      onUp: () => this.hello(),
      onMessage: (message) => this.receive(message),
      onStatus: (status) => this.set("status", status),
      onPing: () => this.clock.ping(),
    });
    this.prefix = prefix;
    this.name = "";
    /** @type {Who} */
    this.who = {};
    this.outbox = new Outbox(store, "leefkit", { prefix });
    this.become(who);
  }

  /**
   * Take on an identity: each workshop and role has its own token and outbox on this device.
   *
   * @param {Who} who
   */
  become(who) {
    this.name = `leefkit/${who.code ?? who.key ?? "local"}`;
    this.who = {
      ...who,
      lang: this.store.getItem(`${this.name}/lang`) ?? who.lang ?? null,
      team: this.store.getItem(`${this.name}/team`) ?? who.team ?? null,
    };
    this.outbox = new Outbox(this.store, this.name, { prefix: this.prefix, now: () => this.world.now() });
    this.set("lang", this.who.lang);
    this.set("code", this.who.code ?? null);
    this.set("denied", null);
    this.changed();
  }

  start() {
    this.link.start();
  }

  stop() {
    this.link.stop();
  }

  /** @param {string} key */
  get(key) {
    return this.state[key];
  }

  /** @param {string} event @param {(...args: any[]) => void} listener */
  on(event, listener) {
    this.listeners.set(event, (this.listeners.get(event) ?? new Set()).add(listener));
  }

  /** @param {string} event @param {(...args: any[]) => void} listener */
  off(event, listener) {
    this.listeners.get(event)?.delete(listener);
  }

  /** @param {string} event @param {any[]} values */
  emit(event, ...values) {
    for (const listener of [...(this.listeners.get(event) ?? [])]) listener(...values);
  }

  /** @param {string} key @param {any} value */
  set(key, value) {
    if (this.state[key] === value) return;
    this.state[key] = value;
    this.emit(`change:${key}`);
  }

  /** Who we are to the workshop: what it said, or what our way in says. @returns {string | null} */
  role() {
    return this.state.welcome?.role ?? (this.who.code ? "participant" : null);
  }

  /**
   * Ask the workshop for something; the answer tells what became of it. Some kinds are ours to answer: `join` (a code),
   * `sit` and `speak` say who we are anew, `drop` throws a refused text away, `photo` sends one and `picture` fetches it.
   *
   * @param {Record<string, any>} command
   * @returns {Promise<Outcome>}
   */
  send(command) {
    if (["join", "sit", "speak"].includes(command.kind)) return this.introduce(command);
    if (command.kind === "drop") return this.drop(command.id);
    if (["photo", "picture"].includes(command.kind)) return this.carry(command);
    const keep = isContribution(command, this.role());
    if (this.state.status !== "connected" && !keep) return this.notNow();
    const { id, replaced } = this.outbox.add(command, keep);
    const outcome = new Promise((/** @type {(outcome: Outcome) => void} */ settle) =>
      this.asked.set(id, settle),
    );
    for (const old of replaced) this.settle(old, { ok: true });
    this.deliver(id, command);
    this.changed();
    return outcome;
  }

  /**
   * @param {Record<string, any>} command
   * @returns {Promise<Outcome>}
   */
  async introduce({ kind, code, team, lang }) {
    if (kind === "join") this.become({ ...this.who, code });
    else if (kind === "sit") this.remember("team", team);
    else this.remember("lang", lang);
    if (this.link.stopped) this.start();
    else if (this.link.open) this.hello();
    return { ok: true };
  }

  /** @param {"team" | "lang"} what @param {string} value */
  remember(what, value) {
    this.who[what] = value;
    this.store.setItem(`${this.name}/${what}`, value);
    this.set("lang", this.who.lang);
  }

  /**
   * @param {string} id
   * @returns {Promise<Outcome>}
   */
  async drop(id) {
    this.outbox.remove(id);
    this.changed();
    return { ok: true };
  }

  /**
   * @param {Record<string, any>} command
   * @returns {Promise<Outcome>}
   */
  async carry({ kind, file, photo }) {
    const { role, team, lang } = this.state.shared ?? {};
    const who = { token: this.store.getItem(`${this.name}/token`), role, team, lang };
    try {
      if (this.photos && kind === "picture") return await this.photos.get(photo, who);
      const outcome = await this.photos?.put(file, who);
      if (outcome && !outcome.ok) this.emit("refused", outcome.error, null);
      return outcome ?? (await this.notNow());
    } catch {
      return this.notNow();
    }
  }

  /**
   * A late click on "next" must not arrive minutes later, so it fails now and says so.
   *
   * @returns {Promise<Outcome>}
   */
  async notNow() {
    const error = { code: "offline", message: this.offlineText(this.state.shared?.lang ?? this.who.lang) };
    this.emit("refused", error, null);
    return { ok: false, error };
  }

  hello() {
    this.in = false;
    const token = this.store.getItem(`${this.name}/token`);
    this.link.send({ op: "hello", v: 1, ...this.who, token });
  }

  /** @param {string} id @param {Record<string, any>} command */
  deliver(id, command) {
    if (this.in && this.link.send({ op: "do", id, command })) this.outbox.markSent(id);
  }

  changed() {
    this.set("pending", this.outbox.list());
  }

  /** @param {string} id @param {Outcome} outcome */
  settle(id, outcome) {
    this.asked.get(id)?.(outcome);
    this.asked.delete(id);
  }

  /** @param {Record<string, any>} message */
  receive(message) {
    if (message.op === "welcome") this.welcomed(message);
    else if (message.op === "shared") this.show("shared", message);
    else if (message.op === "mine") this.show("mine", message);
    else if (message.op === "done") this.done(message);
    else if (message.op === "refused") this.refused(message);
    else if (message.op === "pong" && this.clock.pong(message.time)) this.reclock();
  }

  /** @param {Record<string, any>} message */
  welcomed({ token, time, participant, role }) {
    this.in = true;
    this.clock.hear(time);
    if (token) this.store.setItem(`${this.name}/token`, token);
    this.set("denied", null);
    this.set("welcome", { participant, role });
    for (const { id, command } of this.outbox.waiting()) this.deliver(id, command);
    this.changed();
  }

  /** @param {"shared" | "mine"} key @param {Record<string, any>} message */
  show(key, { data, seq }) {
    if (key === "shared") {
      this.raw = data;
      this.set("shared", this.clock.shift(data));
    } else {
      this.set("mine", data);
    }
    if (key === "mine" && seq != null) this.saw(seq);
  }

  /**
   * The viewer's own part is as of `seq`.
   *
   * @param {number} seq
   */
  saw(seq) {
    this.seen = seq;
    this.outbox.seen(seq);
    this.changed();
  }

  /** The offset of the clock changed: timers are shown anew. */
  reclock() {
    if (this.raw) this.set("shared", this.clock.shift(this.raw));
  }

  /** @param {Record<string, any>} message */
  done({ id, seq }) {
    this.outbox.done(id, seq);
    // What was sent a second time may be in view already.
    this.outbox.seen(this.seen);
    this.settle(id, { ok: true });
    this.changed();
    this.world.after(LINGER, () => {
      this.outbox.seen(seq);
      this.changed();
    });
  }

  /** @param {Record<string, any>} message */
  refused({ id, error }) {
    if (id == null && !this.in) {
      this.set("denied", error);
      return;
    }
    const command = id == null ? null : this.outbox.refuse(id, error);
    if (id != null) this.settle(id, { ok: false, error });
    this.changed();
    this.emit("refused", error, command);
  }
}
