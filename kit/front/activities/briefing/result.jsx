import { Charts } from "../parts/chart.jsx";

/**
 * What the room was shown of the figures behind the case; a briefing gives nothing else.
 *
 * @param {import("../props.js").Props<import("../../generated/messages.js").BriefingShared>} props
 */
export function Result({ view }) {
  return view.charts.length > 0 ? <Charts charts={view.charts} /> : null;
}
