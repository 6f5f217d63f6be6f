// Types only: what a host is to a screen.

/** @typedef {"connected" | "connecting" | "offline"} Status */

/**
 * What became of a command: it is on disk, or it was refused with a sentence for the person.
 *
 * @typedef {{ ok: true, photo?: string, url?: string }
 *   | { ok: false, error: { code: string, message: string } }} Outcome `photo` and `url` answer what was asked of a
 *   photograph
 */

/**
 * A command that no view shows yet. `sent`: it left this device; `error`: it was refused, and what was typed is kept
 * until {kind: "drop", id} throws it away.
 *
 * @typedef {{
 *   id: string,
 *   command: Record<string, any>,
 *   sent: boolean,
 *   error?: { code: string, message: string },
 * }} Pending
 */

/**
 * The model that a screen gets: the shape of anywidget's. Keys are "shared" and "mine"; our own host adds "status",
 * "pending" (Pending[]), "denied" (why the workshop did not let us in), "code" and "lang" (what was asked for). `send` takes a command and our own
 * host answers with a promise of its outcome.
 *
 * @typedef {{
 *   get(key: string): any,
 *   on(event: string, listener: (...args: any[]) => void): void,
 *   off(event: string, listener: (...args: any[]) => void): void,
 *   send(command: Record<string, any>): Promise<Outcome> | void,
 * }} Model
 */

/** @typedef {{ render(context: { model: Model, el: HTMLElement }): () => void }} ScreenModule */

export {};
