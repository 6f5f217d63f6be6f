// The face of the activity `briefing` on every screen. What the room sees lies in briefing/room.jsx, the phone in briefing/phone.jsx.
import { Phone } from "./briefing/phone.jsx";
import { Console, Result, Table, Wall } from "./briefing/room.jsx";

/** Only charts are something to look back on; they are the case's own. */
const about = "case";
const gives = (/** @type {import("../generated/messages.js").BriefingShared} */ view) =>
  view.charts.length > 0;

export default { Phone, Table, Console, Wall, Result, about, gives };
