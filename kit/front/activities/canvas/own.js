// Which cards a phone shows: those that others may see, one's own, and those that are still on their way.

/** @typedef {import("../../generated/messages.js").CardView} CardView */
/** @typedef {import("../../host/types.js").Pending} Pending */
/** @typedef {CardView & { own: boolean, sending?: boolean, error?: { message: string }, entry?: string }} OwnCard */

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
    const { zone, text, parent = null } = command;
    return [{ ...BLANK, id, zone, text, parent, own: true, sending: !error, error, entry: id }, ...cards];
  }
  if (command.kind === "edit_card") {
    const change = { text: command.text, sending: !error, error, entry: id };
    return cards.map((card) => (card.id === command.card ? { ...card, ...change } : card));
  }
  if (command.kind === "withdraw_card") return cards.filter((card) => card.id !== command.card);
  return cards;
}

const BLANK = {
  evidence: null,
  photo: null,
  round: null,
  table: null,
  /** @type {string[]} */
  tags: [],
  team: null,
  organisation: null,
  hidden: false,
  merged: [],
  editable: false,
  paper: false,
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
