// The face of the activity `canvas` on every screen. What the room sees lies in canvas/room.jsx, the phone in canvas/phone.jsx.
import { Phone } from "./canvas/phone.jsx";
import { Console, Paper, Result, Table, Wall } from "./canvas/room.jsx";

export default { Phone, Table, Console, Wall, Result, Paper };
