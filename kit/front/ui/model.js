// How a component gets at the model that its host gave it.
import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { translator } from "./text.js";

/** @typedef {import("../host/types.js").Model} Model */
/** @typedef {import("../host/types.js").Outcome} Outcome */
/** @typedef {import("../host/types.js").Pending} Pending */
/** @typedef {import("../generated/messages.js").Shared} Shared */
/** @typedef {import("../generated/messages.js").Mine} Mine */

const KEYS = ["shared", "mine", "status", "pending", "denied", "code", "lang"];

/**
 * Light or dark; `setTheme(null)` leaves it to the device.
 *
 * @typedef {{ theme: "light" | "dark", setTheme: (theme: "light" | "dark" | null) => void }} Look
 */

/** @type {import("preact").Context<(ReturnType<typeof useModel> & Look) | null>} */
export const Screen = createContext(/** @type {any} */ (null));

/**
 * Everything a screen needs, kept up to date. `shared` and `mine` are null until the host has them. `status`,
 * `pending` and `denied` are extras of our own host; in another host of the same contract they are undefined.
 *
 * @param {Model} model
 */
export function useModel(model) {
  const [seen, see] = useState(() => read(model));
  useEffect(() => {
    const again = () => see(read(model));
    for (const key of KEYS) model.on(`change:${key}`, again);
    again();
    return () => {
      for (const key of KEYS) model.off(`change:${key}`, again);
    };
  }, [model]);
  return seen;
}

/**
 * What a model holds now, typed.
 *
 * @param {Model} model
 */
function read(model) {
  const shared = /** @type {Shared | null} */ (model.get("shared") ?? null);
  // What was asked for comes first: the switch must not wait for the connection.
  const lang = /** @type {string} */ (model.get("lang") ?? shared?.lang ?? "nl");
  return {
    model,
    shared,
    lang,
    mine: /** @type {Mine | null} */ (model.get("mine") ?? null),
    status: /** @type {import("../host/types.js").Status | undefined} */ (model.get("status")),
    pending: /** @type {Pending[]} */ (model.get("pending") ?? []),
    denied: /** @type {import("../generated/messages.js").ErrorBody | null} */ (model.get("denied") ?? null),
    code: /** @type {string | null | undefined} */ (model.get("code")),
    t: translator(lang),
    /** @type {(command: Record<string, any>) => Promise<Outcome>} */
    send: async (command) => (await model.send(command)) ?? { ok: true },
  };
}

/**
 * What `useModel` returned for the screen that this component is in, and how it looks.
 *
 * @returns {ReturnType<typeof useModel> & Look}
 */
export function useScreen() {
  const found = useContext(Screen);
  if (!found) throw new Error("useScreen: this component is not inside a <Frame>");
  return found;
}
