// The face of the activity `agreements` on every screen. What the room sees lies in agreements/room.jsx, the phone in agreements/phone.jsx.
import { Phone } from "./agreements/phone.jsx";
import { Console, Paper, Result, Table, Wall } from "./agreements/room.jsx";

export default { Phone, Table, Console, Wall, Result, Paper };
