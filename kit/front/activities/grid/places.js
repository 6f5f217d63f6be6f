import { useRef } from "preact/hooks";
import { useDraft, useScreen } from "../../ui/index.js";
import { commandOf, enough, given, NOTHING, same, whole } from "./place.js";

/**
 * @typedef {import("./place.js").View} View
 * @typedef {import("./place.js").Value} Value
 * @typedef {import("../../generated/messages.js").GridMine} Own
 */

/**
 * What a person, or a table, placed: as the workshop has it, with what is on its way and what is half done. What is half
 * done is kept on the device; it is sent when all is answered, or when somebody goes on.
 *
 * @param {string} step
 * @param {View} view
 * @param {Own | null} own
 */
export function usePlaces(step, view, own) {
  const { pending, send } = useScreen();
  const [kept, keep] = useDraft(`${step}/places/${view.round}`);
  const drafts = useRef(/** @type {Record<string, Value>} */ ({}));
  drafts.current = kept ? JSON.parse(kept) : {};
  const put = (/** @type {string} */ card, /** @type {Value | null} */ value) => {
    const next = { ...drafts.current };
    if (value) next[card] = value;
    else delete next[card];
    drafts.current = next;
    keep(Object.keys(next).length > 0 ? JSON.stringify(next) : "");
  };
  /** @type {Record<string, Value & { round: number }>} */
  const placed = {};
  for (const [card, placing] of Object.entries(own?.placed ?? {}))
    placed[card] = { ...given(placing), round: placing.round };
  for (const { command, error } of pending) {
    if (error || command.step !== step || command.kind !== "place_card") continue;
    placed[command.card] = { ...NOTHING, ...placed[command.card], ...command, round: view.round };
  }
  const valueFor = (/** @type {string} */ card) => drafts.current[card] ?? placed[card] ?? NOTHING;
  const isNow = (/** @type {string} */ card) => placed[card]?.round === view.round;
  const submit = async (/** @type {string} */ card, value = valueFor(card)) => {
    if (!enough(view, value) || (isNow(card) && same(view, value, placed[card] ?? NOTHING))) return;
    put(card, null);
    const outcome = await send({ step, ...commandOf(view, card, value) });
    if (!outcome.ok) put(card, value);
  };
  return {
    placed,
    valueFor,
    submit,
    /** Whether a card needs no more thought in this round. */
    isDone: (/** @type {string} */ card) =>
      isNow(card) || (view.again.length > 0 && !view.again.includes(card) && card in placed),
    set: (/** @type {string} */ card, /** @type {Value} */ value) => {
      put(card, value);
      if (whole(view, value)) submit(card, value);
    },
  };
}
