// The face of the activity `bowtie` on every screen. What the room sees lies in bowtie/room.jsx, the phone in bowtie/phone.jsx.
import { Phone } from "./bowtie/phone.jsx";
import { Console, Result, Table, Wall } from "./bowtie/room.jsx";

export default { Phone, Table, Console, Wall, Result };
