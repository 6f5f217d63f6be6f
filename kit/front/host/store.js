/**
 * The device's own store where it may be used, else one that lives as long as the page: a private window must not
 * keep anyone out of a workshop.
 *
 * @param {() => Storage} get
 * @returns {import("./outbox.js").Store}
 */
export function safeStore(get) {
  try {
    const store = get();
    store.setItem("leefkit/try", "1");
    store.removeItem("leefkit/try");
    return new Careful(store);
  } catch {
    return new Memory();
  }
}

/** A store in memory. */
export class Memory {
  constructor() {
    /** @type {Map<string, string>} */
    this.map = new Map();
  }
  get length() {
    return this.map.size;
  }
  /** @param {number} i */
  key(i) {
    return [...this.map.keys()][i] ?? null;
  }
  /** @param {string} key */
  getItem(key) {
    return this.map.get(key) ?? null;
  }
  /** @param {string} key @param {string} value */
  setItem(key, value) {
    this.map.set(key, value);
  }
  /** @param {string} key */
  removeItem(key) {
    this.map.delete(key);
  }
}

/** The device's store; when it is full, what does not fit is simply not kept over a reload. */
class Careful {
  /** @param {Storage} store */
  constructor(store) {
    this.store = store;
  }
  get length() {
    return this.store.length;
  }
  /** @param {number} i */
  key(i) {
    return this.store.key(i);
  }
  /** @param {string} key */
  getItem(key) {
    return this.store.getItem(key);
  }
  /** @param {string} key @param {string} value */
  setItem(key, value) {
    try {
      this.store.setItem(key, value);
    } catch {
      this.store.removeItem(key);
    }
  }
  /** @param {string} key */
  removeItem(key) {
    this.store.removeItem(key);
  }
}
