// What was asked and is not settled yet. Kept on the device, so that neither a cut nor a reload loses work.

/** @typedef {import("./types.js").Pending} Pending */
/** @typedef {{ id: string, command: Record<string, any>, at: number, error?: { code: string, message: string } }} Kept */
/** @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">} Store */

/** Those who lead the room or only look: what they click is meant for that moment. */
const LEADING = ["trainer", "wall", "results"];
/** The latest of these for a step says it all: an older one that never left the device need not be sent. */
const REPLACES = ["cast_votes", "ready", "set_profile"];
/** These carry a text that someone typed: when refused they are kept for the person to mend or to throw away. */
const TYPED = ["add_card", "edit_card"];

/**
 * Whether a command is a contribution: it may be delivered late, and nothing of it may be lost.
 *
 * @param {Record<string, any>} command
 * @param {string | null | undefined} role
 */
export const isContribution = (command, role) =>
  Boolean(command.paper) || !LEADING.includes(role ?? "trainer");

/**
 * A random start for the ids of this client. Not crypto.randomUUID: that needs HTTPS, and a hall has none.
 *
 * @returns {string}
 */
export function randomPrefix() {
  return Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) => (byte % 36).toString(36)).join("");
}

export class Outbox {
  /**
   * @param {Store} store
   * @param {string} name starts the key of every entry; each entry has a key of its own, because two tabs on one
   *   phone share the store and must not write over each other
   * @param {{ prefix?: string, now?: () => number }} [options]
   */
  constructor(store, name, { prefix = randomPrefix(), now = Date.now } = {}) {
    this.store = store;
    this.name = `${name}/out/`;
    this.prefix = prefix;
    this.now = now;
    this.made = 0;
    /** @type {Map<string, Pending & { at: number, seq?: number }>} */
    this.entries = new Map();
    for (const { id, command, at, error } of this.kept()) {
      this.entries.set(id, { id, command, at, sent: true, error });
    }
  }

  /** @returns {Kept[]} oldest first */
  kept() {
    const found = [];
    for (let i = 0; i < this.store.length; i += 1) {
      const key = this.store.key(i);
      if (key?.startsWith(this.name))
        found.push(/** @type {Kept} */ (JSON.parse(this.store.getItem(key) ?? "null")));
    }
    return found.filter(Boolean).sort((a, b) => a.at - b.at);
  }

  /**
   * @param {Record<string, any>} command
   * @param {boolean} [keep] on the device, until it is settled
   * @returns {{ id: string, replaced: string[] }} its id, and the ids of what it took the place of
   */
  add(command, keep = true) {
    this.made += 1;
    const id = `${this.prefix}-${this.made}`;
    const replaced = REPLACES.includes(command.kind) ? this.unsent(command) : [];
    for (const old of replaced) this.remove(old);
    const at = Math.max(this.now(), ...[...this.entries.values()].map((entry) => entry.at + 1));
    const entry = { id, command, at, sent: false };
    this.entries.set(id, entry);
    if (keep) this.keep(entry);
    return { id, replaced };
  }

  /** @param {Record<string, any>} command */
  unsent(command) {
    const same = (/** @type {Pending} */ entry) =>
      !entry.sent && entry.command.kind === command.kind && entry.command.step === command.step;
    return [...this.entries.values()].filter(same).map((entry) => entry.id);
  }

  /** @param {Kept} entry */
  keep({ id, command, at, error }) {
    this.store.setItem(this.name + id, JSON.stringify({ id, command, at, error }));
  }

  /** @returns {Pending[]} what still has to be settled by the server, oldest first */
  waiting() {
    return [...this.entries.values()].filter((entry) => !entry.error && entry.seq == null);
  }

  /** @returns {Pending[]} all that a screen should know of: also what was refused, and what no view shows yet */
  list() {
    return [...this.entries.values()].map(({ id, command, sent, error }) => ({ id, command, sent, error }));
  }

  /** @param {string} id */
  markSent(id) {
    const entry = this.entries.get(id);
    if (entry) entry.sent = true;
  }

  /**
   * It is on disk: never send it again, but let screens show it until a view of `seq` or later does.
   *
   * @param {string} id
   * @param {number} seq
   */
  done(id, seq) {
    const entry = this.entries.get(id);
    if (!entry) return;
    entry.seq = seq;
    this.store.removeItem(this.name + id);
  }

  /**
   * A view came in: what it shows need not be shown from here any more.
   *
   * @param {number} seq
   */
  seen(seq) {
    for (const [id, entry] of this.entries)
      if (entry.seq != null && entry.seq <= seq) this.entries.delete(id);
  }

  /**
   * It was refused. A text that someone typed stays, with the reason, until it is removed.
   *
   * @param {string} id
   * @param {{ code: string, message: string }} error
   * @returns {Record<string, any> | undefined} the command
   */
  refuse(id, error) {
    const entry = this.entries.get(id);
    if (!entry) return undefined;
    if (TYPED.includes(entry.command.kind)) {
      entry.error = error;
      this.keep(entry);
    } else {
      this.remove(id);
    }
    return entry.command;
  }

  /** @param {string} id */
  remove(id) {
    this.entries.delete(id);
    this.store.removeItem(this.name + id);
  }
}
