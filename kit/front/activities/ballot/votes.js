// The arithmetic of dots.

/** @typedef {Record<string, number>} Votes */

/** @param {Votes} votes */
export const given = (votes) => Object.values(votes).reduce((sum, dots) => sum + dots, 0);

/**
 * Votes without the zeros, in a fixed order, so that two that say the same are the same text.
 *
 * @param {Votes} votes
 */
export const signature = (votes) =>
  JSON.stringify(
    Object.entries(votes)
      .filter(([, dots]) => dots > 0)
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
 * Votes as they were kept on the device; only those that still make sense on this ballot.
 *
 * @param {string} text
 * @param {Set<string>} cards
 * @returns {Votes | null} null when nothing was kept
 */
export function recall(text, cards) {
  if (!text) return null;
  const entries = Object.entries(/** @type {Votes} */ (JSON.parse(text)));
  return Object.fromEntries(entries.filter(([card]) => cards.has(card)));
}
