// What stands where with an agreement, in words. Pure.

/**
 * @typedef {import("../../generated/messages.js").AgreementView} Agreement
 * @typedef {import("../../generated/messages.js").Party} Party
 * @typedef {import("../../ui/text.js").Translate} Translate
 * @typedef {"agreed" | "asks" | "gaps" | "declined" | "done" | "dropped"} State
 */

/** In the order in which a room reads them. */
export const STATES = /** @type {State[]} */ (["agreed", "asks", "gaps", "declined", "done", "dropped"]);

export const STATE_ICONS = /** @type {Record<State, string>} */ ({
  agreed: "check",
  asks: "clock",
  gaps: "alert",
  declined: "pause",
  done: "star",
  dropped: "close",
});

/**
 * Where an agreement stands: without an owner, a lead or a day it is none yet, whatever its owner said.
 *
 * @param {Pick<Agreement, "status" | "missing">} one
 * @returns {State}
 */
export function stateOf({ status, missing }) {
  if (status === "done" || status === "dropped" || status === "declined") return status;
  if (missing.length > 0) return "gaps";
  return status === "confirmed" ? "agreed" : "asks";
}

/**
 * @param {State} state
 * @param {Translate} t
 */
export function stateWord(state, t) {
  if (state === "agreed") return t("Agreed");
  if (state === "asks") return t("Waits for a yes");
  if (state === "gaps") return t("No agreement yet");
  if (state === "declined") return t("Not yet");
  return state === "done" ? t("Done") : t("Given up");
}

/**
 * What is open yet, as one sentence; empty when nothing is.
 *
 * @param {string[]} missing
 * @param {Translate} t
 */
export function gapsText(missing, t) {
  const words = missing.map((one) =>
    one === "owner" ? t("an owner") : one === "lead" ? t("a lead") : t("a date"),
  );
  const last = words.pop();
  if (!last) return "";
  return t("Still needed: {what}.", {
    what: words.length ? t("{some} and {last}", { some: words.join(", "), last }) : last,
  });
}

/**
 * The name of an organisation; its id where the list has none.
 *
 * @param {Party[]} parties
 * @param {string | null} id
 */
export function partyName(parties, id) {
  return parties.find((one) => one.id === id)?.name ?? id ?? "";
}

/**
 * A day as people write it: 1 april 2026. Read and written as UTC, so that it is the same day everywhere.
 *
 * @param {string | null} day such as 2026-04-01
 * @param {string} lang
 * @param {boolean} [brief] without the year
 */
export function dayText(day, lang, brief = false) {
  if (!day) return "";
  const form = /** @type {const} */ ({ day: "numeric", month: "long", timeZone: "UTC" });
  const shown = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, {
    ...form,
    ...(brief ? {} : { year: "numeric" }),
  });
  return shown.format(new Date(`${day}T00:00:00Z`));
}

/**
 * A list that everyone gets, with a viewer's own in place of the same: both are of one moment, or nearly.
 *
 * @param {Agreement[]} shared
 * @param {Agreement[]} own
 * @returns {Agreement[]} oldest first
 */
export function together(shared, own) {
  const all = new Map([...shared, ...own].map((one) => [one.id, one]));
  return [...all.values()].sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
}

/**
 * Agreements by where they stand; only what there is.
 *
 * @param {Agreement[]} all
 */
export function byState(all) {
  return STATES.map((state) => ({ state, list: all.filter((one) => stateOf(one) === state) })).filter(
    ({ list }) => list.length > 0,
  );
}

/** What a form holds: all texts, so that it can be kept as one draft. */
export const BLANK = {
  what: "",
  owner: "",
  lead: "",
  first_step: "",
  due: "",
  look_back: "",
  works: "",
  needs: "",
  partners: /** @type {string[]} */ ([]),
  cards: /** @type {string[]} */ ([]),
};

/** @typedef {typeof BLANK} Draft */

/**
 * What a form begins with.
 *
 * @param {Agreement | null} one
 * @returns {Draft}
 */
export function draftOf(one) {
  if (!one) return BLANK;
  const texts = Object.fromEntries(
    Object.keys(BLANK).map((key) => [key, /** @type {any} */ (one)[key] ?? /** @type {any} */ (BLANK)[key]]),
  );
  return { .../** @type {Draft} */ (texts), cards: one.why.map(({ id }) => id) };
}

/**
 * What was kept of a draft: only what somebody touched, so that what others change meanwhile stays.
 *
 * @param {string} kept
 * @returns {Partial<Draft>}
 */
export function recall(kept) {
  try {
    const found = JSON.parse(kept);
    return found && typeof found === "object" ? found : {};
  } catch {
    return {}; // nothing was kept
  }
}

/**
 * Take up an offer, or let it go. The first one is also where the text begins, unless somebody wrote one.
 *
 * @param {Draft} draft
 * @param {{ id: string, text: string }} offer
 * @param {number} most characters
 * @returns {Draft}
 */
export function tapOffer(draft, offer, most) {
  if (draft.cards.includes(offer.id)) {
    const what = draft.what === offer.text.slice(0, most) ? "" : draft.what;
    return { ...draft, what, cards: draft.cards.filter((id) => id !== offer.id) };
  }
  return {
    ...draft,
    what: draft.what.trim() ? draft.what : offer.text.slice(0, most),
    cards: [...draft.cards, offer.id],
  };
}

/**
 * What of a form is not as it was: an edit sends no more than that, so that two people don't undo each other.
 *
 * @param {Draft} before
 * @param {Draft} after
 * @returns {Partial<Draft>}
 */
export function changed(before, after) {
  const different = (/** @type {string} */ key) =>
    JSON.stringify(/** @type {any} */ (before)[key]) !== JSON.stringify(/** @type {any} */ (after)[key]);
  return Object.fromEntries(Object.entries(after).filter(([key]) => different(key)));
}

/**
 * A calendar file of its parts; empty where none of these agreements has a day.
 *
 * @param {import("../../generated/messages.js").CalendarView | null} calendar
 * @param {string[]} [only] ids; all of them without it
 */
export function calendarText(calendar, only) {
  if (!calendar) return "";
  const ids = only ?? Object.keys(calendar.entries);
  const entries = ids.map((id) => calendar.entries[id] ?? "").join("");
  return entries ? calendar.head + entries + calendar.end : "";
}
