// How the zones of a canvas are laid out on a table's screen. Pure.

/**
 * How many columns a canvas of so many zones gets.
 *
 * @param {number} zones
 * @param {string} layout
 */
export function gridFor(zones, layout) {
  if (layout === "columns" || layout === "rings") return zones;
  if (layout === "ladder" || layout === "list") return 1;
  if (layout === "quadrants") return 2;
  if (zones <= 3) return zones;
  return zones === 4 ? 2 : zones <= 6 ? 3 : Math.min(5, Math.ceil(Math.sqrt(zones)));
}

/**
 * The rows of the grid; the one in which someone writes gets twice the room.
 *
 * @param {{ id: string }[]} zones
 * @param {string} busy the zone that is written in, if any
 * @param {string} layout
 */
export function rowsFor(zones, busy, layout) {
  const across = gridFor(zones.length, layout);
  const rows = Math.ceil(zones.length / across);
  const at = zones.findIndex((zone) => zone.id === busy);
  const large = at < 0 || rows < 2 ? -1 : Math.floor(at / across);
  return Array.from({ length: rows }, (_, row) => `minmax(0, ${row === large ? 2 : 1}fr)`).join(" ");
}
