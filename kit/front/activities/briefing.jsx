// The face of the activity `briefing` on every screen. What the room sees lies in briefing/room.jsx, the phone in briefing/phone.jsx.
import { Phone } from "./briefing/phone.jsx";
import { Console, Result, Table, Wall } from "./briefing/room.jsx";

export default { Phone, Table, Console, Wall, Result };
