// What stands on a ballot, and what a tap makes of it. Pure.

/** @typedef {Record<string, number>} Votes */

/** @param {Votes} votes */
export const given = (votes) => Object.values(votes).reduce((sum, dots) => sum + dots, 0);

/** @param {Votes} votes how many cards something is said of */
export const said = (votes) => Object.keys(votes).length;

/**
 * Votes in a fixed order, so that two that say the same are the same text. No dots is no vote; neutral is one.
 *
 * @param {Votes} votes
 * @param {string} [method]
 */
export const signature = (votes, method = "dots") =>
  JSON.stringify(
    Object.entries(votes)
      .filter(([, weight]) => weight !== 0 || method === "approval")
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/**
 * The votes after one tap. With a single dot to give, it moves to the card that was tapped.
 *
 * @param {Votes} votes
 * @param {string} card
 * @param {number} by 1 or -1
 * @param {{ dots: number, most: number }} rules
 * @returns {Votes}
 */
export function give(votes, card, by, { dots, most }) {
  const now = votes[card] ?? 0;
  if (by > 0 && dots === 1) return { [card]: 1 };
  if (by > 0 && (given(votes) >= dots || now >= most)) return votes;
  const next = { ...votes, [card]: Math.max(0, now + by) };
  if (next[card] === 0) delete next[card];
  return next;
}

/**
 * The votes with an answer about one card; the same answer again takes it back.
 *
 * @param {Votes} votes
 * @param {string} card
 * @param {number} weight
 * @returns {Votes}
 */
export function answer(votes, card, weight) {
  const { [card]: before, ...others } = votes;
  return before === weight ? others : { ...others, [card]: weight };
}

/**
 * Cards by place, best first.
 *
 * @param {Votes} votes
 */
export const inPlace = (votes) => Object.keys(votes).sort((a, b) => votes[a] - votes[b]);

/**
 * Places from 1 on for cards in this order.
 *
 * @param {string[]} cards
 * @returns {Votes}
 */
export const places = (cards) => Object.fromEntries(cards.map((card, i) => [card, i + 1]));

/**
 * The order with a card put last, or taken out of it.
 *
 * @param {Votes} votes
 * @param {string} card
 * @returns {Votes}
 */
export function toggle(votes, card) {
  const order = inPlace(votes);
  return places(order.includes(card) ? order.filter((one) => one !== card) : [...order, card]);
}

/**
 * The order with a card so many places further down; up when below 0.
 *
 * @param {Votes} votes
 * @param {string} card
 * @param {number} by
 * @returns {Votes}
 */
export function shift(votes, card, by) {
  const order = inPlace(votes);
  const from = order.indexOf(card);
  const others = order.filter((one) => one !== card);
  others.splice(Math.max(0, from + by), 0, card);
  return places(others);
}

/**
 * Votes as they were kept on the device; only those that still make sense on this ballot.
 *
 * @param {string} text
 * @param {Set<string>} cards
 * @param {string} [method]
 * @returns {Votes | null} null when nothing was kept
 */
export function recall(text, cards, method = "dots") {
  if (!text) return null;
  const entries = Object.entries(/** @type {Votes} */ (JSON.parse(text)));
  const left = Object.fromEntries(entries.filter(([card]) => cards.has(card)));
  return method === "ranking" ? places(inPlace(left)) : left;
}

/**
 * Options in the order of these cards.
 *
 * @template {{ card: string }} O
 * @param {O[]} options
 * @param {string[]} order
 * @returns {O[]}
 */
export function inOrder(options, order) {
  const place = new Map(order.map((card, i) => [card, i]));
  return [...options].sort((a, b) => (place.get(a.card) ?? 0) - (place.get(b.card) ?? 0));
}
