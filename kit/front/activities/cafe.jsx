// The face of the activity `cafe` on every screen. What the room sees lies in cafe/room.jsx, the phone in cafe/phone.jsx.
import { Phone } from "./cafe/phone.jsx";
import { Console, Paper, Result, Table, Wall } from "./cafe/room.jsx";

export default { Phone, Table, Console, Wall, Result, Paper };
