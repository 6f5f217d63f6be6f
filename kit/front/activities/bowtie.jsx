// The face of the activity `bowtie` on every screen. What the room sees lies in bowtie/room.jsx, the phone in bowtie/phone.jsx.
import { Phone } from "./bowtie/phone.jsx";
import { Console, Result, Table, Wall } from "./bowtie/room.jsx";

/** In the results it stands as soon as the room sees a bowtie. */
const gives = (/** @type {import("../generated/messages.js").BowtieShared} */ view) => view.ties.length > 0;

export default { Phone, Table, Console, Wall, Result, gives };
