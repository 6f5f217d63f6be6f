// What a phone knows of the slip that somebody typed. The workshop keeps no codes, and the phone's storage none that is
// settled: who takes the phone up later must not find it.

import { codeOf } from "./answers.js";

/** @type {Map<string, string>} by step, for as long as the page lives */
const settled = new Map();

/**
 * The code of the slip, as far as this page knows it.
 *
 * @param {string} step
 * @param {string} draft what the storage has
 */
export const slipOf = (step, draft) => settled.get(step) ?? draft;

/**
 * The workshop has the slip: from here on only the page knows its code.
 *
 * @param {string} step
 * @param {string} code
 * @param {(text: string) => void} keep puts a draft in the storage
 */
export function settle(step, code, keep) {
  if (code) settled.set(step, code);
  keep("");
}

/**
 * Give a slip, and return why it was refused; nothing when it was not.
 *
 * @param {{
 *   step: string,
 *   typed: string,
 *   draft: string,
 *   keep: (text: string) => void,
 *   send: (command: Record<string, any>) => Promise<import("../../host/types.js").Outcome>,
 * }} slip
 */
export async function giveSlip({ step, typed, draft, keep, send }) {
  // Before it is sent: a phone that was reloaded meanwhile still knows what was typed.
  keep(codeOf(typed));
  const outcome = await send({ kind: "keep_code", step, slip: typed });
  if (outcome.ok) {
    settle(step, codeOf(typed), keep);
    return "";
  }
  keep(draft);
  return outcome.error.message;
}
