// The face of the activity `ballot` on every screen. What the room sees lies in ballot/room.jsx, the phone in ballot/phone.jsx.
import { Phone } from "./ballot/phone.jsx";
import { Console, Paper, Result, Table, Wall } from "./ballot/room.jsx";

/** The wall counts the ballots itself. */
const tallies = true;

/** In the results it stands once it is closed with votes in it. */
const gives = (/** @type {import("../generated/messages.js").BallotShared} */ view) =>
  (view.result?.voters ?? 0) > 0;

export default { Phone, Table, Console, Wall, Result, Paper, tallies, gives };
