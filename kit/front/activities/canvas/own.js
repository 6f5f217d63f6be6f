// Which cards a phone shows: those that others may see, one's own, and those that are still on their way.

/** @typedef {import("../../generated/messages.js").CanvasShared} View */
/** @typedef {import("../../generated/messages.js").CanvasMine} Own */
/** @typedef {import("../../generated/messages.js").CardView} CardView */
/** @typedef {import("../../host/types.js").Pending} Pending */
/**
 * @typedef {CardView & {
 *   own: boolean,
 *   hints?: string[],
 *   turned?: string | null,
 *   sending?: boolean,
 *   error?: { message: string },
 *   entry?: string,
 * }} OwnCard
 */

/**
 * The cards that a phone shows: where sheets go round, those on the sheet in hand.
 *
 * @param {View} view
 * @param {Own | null} own
 * @param {Pending[]} pending
 * @param {string | undefined} step
 */
export const cardsOf = (view, own, pending, step) =>
  merge(own?.sheet ? own.sheet.cards : view.cards, own?.cards ?? [], pending, step);

/**
 * @param {CardView[]} shared oldest first
 * @param {CardView[]} own newest first
 * @param {Pending[]} pending
 * @param {string | undefined} step
 * @returns {OwnCard[]} newest first; one's own first
 */
export function merge(shared, own, pending, step) {
  const mine = new Set(own.map((card) => card.id));
  const swallowed = new Set(shared.flatMap((card) => card.merged));
  const visible = new Set(shared.map((card) => card.id));
  // A card of one's own that lies under a merged one stands there already.
  const kept = own.filter((card) => visible.has(card.id) || !swallowed.has(card.text));
  /** @type {OwnCard[]} */
  const cards = [
    ...kept.map((card) => ({ ...card, own: true })),
    ...[...shared].reverse().flatMap((card) => (mine.has(card.id) ? [] : [{ ...card, own: false }])),
  ];
  return pending.reduce((all, entry) => apply(all, entry, step), cards);
}

/**
 * What a command that is on its way will do to the cards.
 *
 * @param {OwnCard[]} cards
 * @param {Pending} entry
 * @param {string | undefined} step
 * @returns {OwnCard[]}
 */
function apply(cards, { id, command, error }, step) {
  if (command.kind === "add_card" && command.step === step) {
    const { zone, text, parent = null, evidence = null, photo = null } = command;
    const said = { id, zone, text, parent, evidence, photo };
    return [{ ...BLANK, ...said, own: true, sending: !error, error, entry: id }, ...cards];
  }
  if (command.kind === "edit_card") {
    // What was worth a second look in the old text need not be in the new one.
    const said = { text: command.text, ...(command.evidence ? { evidence: command.evidence } : {}) };
    const change = { ...said, hints: [], turned: null, sending: !error, error, entry: id };
    return cards.map((card) => (card.id === command.card ? { ...card, ...change } : card));
  }
  if (command.kind === "withdraw_card") return cards.filter((card) => card.id !== command.card);
  return cards;
}

const BLANK = {
  team: null,
  organisation: null,
  hidden: false,
  merged: [],
  editable: false,
  paper: false,
  evidence: null,
  photo: null,
  round: null,
  table: null,
  tags: [],
};

/**
 * How many more cards may be written, those on their way counted in.
 *
 * @param {number | null} left as the server says
 * @param {OwnCard[]} cards
 * @returns {number | null}
 */
export function roomLeft(left, cards) {
  if (left == null) return null;
  const coming = cards.filter((card) => card.sending && card.id === card.entry).length;
  return Math.max(0, left - coming);
}
