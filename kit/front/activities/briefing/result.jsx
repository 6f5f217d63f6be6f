/** A briefing gives no results of its own. */
export function Result() {
  return null;
}
