// Words and small sums that several activities and screens need. Pure.

/** @typedef {import("../../ui/text.js").Translate} Translate */

/**
 * @param {number} n
 * @param {Translate} t
 */
export function cardsWord(n, t) {
  return n === 1 ? t("1 card") : t("{n} cards", { n });
}

/**
 * @param {number} n
 * @param {Translate} t
 */
export function dotsWord(n, t) {
  return n === 1 ? t("1 dot") : t("{n} dots", { n });
}

/**
 * How widely a card is carried, in words; never by colour alone.
 *
 * @param {string} label
 * @param {Translate} t
 */
export function supportWord(label, t) {
  if (label === "broad") return t("Broad support");
  if (label === "few") return t("Little support");
  return label === "divides" ? t("Divides the room") : t("Partly supported");
}

/** The icon that goes with each word. */
export const SUPPORT_ICONS = /** @type {Record<string, string>} */ ({
  broad: "people",
  partly: "dot",
  few: "dot",
  divides: "split",
});

/**
 * Cards by zone, in the order of the zones; a zone without cards keeps its place.
 *
 * @template {{ zone: string }} C
 * @param {{ id: string, label: string, icon?: string }[]} zones
 * @param {C[]} cards
 */
export function byZone(zones, cards) {
  return zones.map((zone) => ({
    id: zone.id,
    title: zone.label,
    icon: zone.icon ?? "",
    cards: cards.filter((card) => card.zone === zone.id),
  }));
}

/**
 * Cards by team, each team's cards in the order of the zones.
 *
 * @template {{ zone: string, team: string | null }} C
 * @param {{ id: string }[]} zones
 * @param {C[]} cards
 * @param {string[]} teams
 */
export function byTeam(zones, cards, teams) {
  const order = new Map(zones.map((zone, i) => [zone.id, i]));
  const found = [
    ...teams,
    ...new Set(cards.map((card) => card.team ?? "").filter((name) => !teams.includes(name))),
  ];
  return found
    .map((team) => ({
      id: team,
      title: team,
      icon: "",
      cards: cards
        .filter((card) => (card.team ?? "") === team)
        .sort((a, b) => (order.get(a.zone) ?? 0) - (order.get(b.zone) ?? 0)),
    }))
    .filter((group) => group.cards.length > 0);
}

/**
 * The language in which times are written: a Dutch room reads 14:30 in English too.
 *
 * @param {string} lang
 */
export function clockLang(lang) {
  return lang === "en" ? "en-GB" : lang;
}
