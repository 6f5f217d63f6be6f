// The face of the activity `agreements` on every screen. What the room sees lies in agreements/room.jsx, the phone in agreements/phone.jsx.
import { Phone } from "./agreements/phone.jsx";
import { Console, Paper, Result, Table, Wall } from "./agreements/room.jsx";

/** In the results it stands with how people worked together, as what they promised each other. */
const about = "promises";
const gives = (/** @type {import("../generated/messages.js").AgreementsShared} */ view) =>
  view.agreements.length > 0;

export default { Phone, Table, Console, Wall, Result, Paper, about, gives };
