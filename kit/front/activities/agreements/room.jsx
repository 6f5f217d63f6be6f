// What the room sees of agreements: one part per screen.
export { Console } from "./console.jsx";
export { Paper } from "./paper.jsx";
export { Result } from "./result.jsx";
export { Table } from "./table.jsx";
export { Wall } from "./wall.jsx";
