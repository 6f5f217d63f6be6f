// What the room sees of bowties: one part per screen.
export { Console } from "./console.jsx";
export { Result } from "./result.jsx";
export { Table } from "./table.jsx";
export { Wall } from "./wall.jsx";
