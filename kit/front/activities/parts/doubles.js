// Which suggestions for merging are still to be looked at. Pure, but for what was waved away.

/** As many at a time: the rest comes up when these are done. */
export const MOST = 5;

/**
 * Pairs of cards that the trainer said are not the same. They are gone until the console is loaded anew, also when
 * the room was in another step meanwhile.
 *
 * @type {Set<string>}
 */
const differ = new Set();

/** @param {string} a @param {string} b */
const pair = (a, b) => [a, b].sort().join(" ");

/**
 * The cards of a suggestion do not say the same, no two of them.
 *
 * @param {string[]} ids
 */
export function waveAway(ids) {
  for (const a of ids) for (const b of ids) if (a !== b) differ.add(pair(a, b));
}

/**
 * Suggestions with cards that are on the screen, without those that were waved away; of three cards two may be left.
 *
 * @template {{ id: string }} C
 * @param {string[][]} groups
 * @param {C[]} cards those that may be merged
 * @returns {C[][]}
 */
export function toLookAt(groups, cards) {
  const known = new Map(cards.map((card) => [card.id, card]));
  const found = groups.map((ids) => {
    /** @type {C[]} */
    const kept = [];
    for (const id of ids) {
      const card = known.get(id);
      if (card && kept.every((one) => !differ.has(pair(one.id, id)))) kept.push(card);
    }
    return kept;
  });
  return found.filter((group) => group.length > 1).slice(0, MOST);
}

/**
 * The suggestion to show: the one that is shown now as long as it holds, so that none changes under a finger.
 *
 * @template {{ id: string }} C
 * @param {C[][]} found
 * @param {string} shown what {@link nameOf} said of the one shown now
 */
export function nextOf(found, shown) {
  return found.find((group) => nameOf(group) === shown) ?? found[0];
}

/** @param {{ id: string }[]} group */
export function nameOf(group) {
  return group.map((card) => card.id).join(" ");
}

/** Nothing was waved away yet, as when the console is loaded. */
export function forget() {
  differ.clear();
}
