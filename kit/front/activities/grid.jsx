// The face of the activity `grid` on every screen. What the room sees lies in grid/room.jsx, the phone in grid/phone.jsx.
import { Phone } from "./grid/phone.jsx";
import { Console, Paper, Result, Table, Wall } from "./grid/room.jsx";

/** The wall counts who is done itself. */
const tallies = true;

/** In the results it stands once cards were placed and the room sees where. */
const gives = (/** @type {import("../generated/messages.js").GridShared} */ view) =>
  (view.result?.rows.length ?? 0) > 0;

export default { Phone, Table, Console, Wall, Result, Paper, tallies, gives };
