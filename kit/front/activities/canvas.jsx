// The face of the activity `canvas` on every screen. What the room sees lies in canvas/room.jsx, the phone in canvas/phone.jsx.
import { Phone } from "./canvas/phone.jsx";
import { Console, Paper, Result, Table, Wall } from "./canvas/room.jsx";

/** In the results it stands as soon as the room sees cards. */
const gives = (/** @type {import("../generated/messages.js").CanvasShared} */ view) => view.cards.length > 0;

export default { Phone, Table, Console, Wall, Result, Paper, gives };
