// The face of the activity `survey` on every screen. What the room sees lies in survey/room.jsx, the phone in survey/phone.jsx.
import { Phone } from "./survey/phone.jsx";
import { Console, Paper, Result, Table, Wall } from "./survey/room.jsx";

/** The wall counts who is through itself. */
const tallies = true;
/** In the results it stands with how people worked together, as soon as there is a change to tell. */
const about = "collaboration";
const gives = (/** @type {import("../generated/messages.js").SurveyShared} */ view) => Boolean(view.result);

export default { Phone, Table, Console, Wall, Result, Paper, tallies, about, gives };
