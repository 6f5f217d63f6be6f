// The face of the activity `cafe` on every screen. What the room sees lies in cafe/room.jsx, the phone in cafe/phone.jsx.
import { Phone } from "./cafe/phone.jsx";
import { Console, Paper, Result, Table, Wall } from "./cafe/room.jsx";

/** In the results it stands once there is something to look back on. */
const gives = (/** @type {import("../generated/messages.js").CafeShared} */ view) =>
  view.round > 0 && view.cards.length > 0;

export default { Phone, Table, Console, Wall, Result, Paper, gives };
