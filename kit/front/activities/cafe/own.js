// Which notes a phone or a table shows: those that lie on its table, and those that are still on their way.

/** @typedef {import("../../generated/messages.js").CardView} CardView */
/** @typedef {import("../../host/types.js").Pending} Pending */
/** @typedef {CardView & { own: boolean, sending?: boolean, error?: { message: string }, entry?: string }} OwnCard */

/**
 * The notes of a table, oldest first.
 *
 * @param {CardView[]} shared
 * @param {CardView[]} own
 * @param {Pending[]} pending
 * @param {string | undefined} step
 * @param {number} round the present one: what is on its way belongs to it
 * @returns {OwnCard[]}
 */
export function gather(shared, own, pending, step, round) {
  const mine = new Map(own.map((card) => [card.id, card]));
  /** @type {OwnCard[]} */
  const cards = shared.map((card) => ({
    ...card,
    own: mine.has(card.id),
    editable: mine.get(card.id)?.editable ?? false,
  }));
  return pending.reduce((all, entry) => apply(all, entry, step, round), cards);
}

/**
 * What a command that is on its way will do.
 *
 * @param {OwnCard[]} cards
 * @param {Pending} entry
 * @param {string | undefined} step
 * @param {number} round
 * @returns {OwnCard[]}
 */
function apply(cards, { id, command, error }, step, round) {
  if (command.kind === "add_card" && command.step === step) {
    const { zone, text } = command;
    return [...cards, { ...BLANK, id, zone, text, round, sending: !error, error, entry: id }];
  }
  if (command.kind === "edit_card") {
    const change = { text: command.text, sending: !error, error, entry: id };
    return cards.map((card) => (card.id === command.card ? { ...card, ...change } : card));
  }
  if (command.kind === "withdraw_card") return cards.filter((card) => card.id !== command.card);
  return cards;
}

const BLANK = {
  own: true,
  team: null,
  organisation: null,
  hidden: false,
  parent: null,
  merged: [],
  editable: false,
  paper: false,
  evidence: null,
  photo: null,
  table: null,
  tags: [],
};
