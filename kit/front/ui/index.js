// The small parts that every screen is made of.
export { Button } from "./button.jsx";
export { Card, Note } from "./card.jsx";
export { Dock } from "./dock.jsx";
export { useDraft } from "./draft.js";
export { Field } from "./field.jsx";
export { TextFile } from "./file.jsx";
export { clock, left, number, percent, timeOfDay } from "./format.js";
export { Frame, screen } from "./frame.jsx";
export { Icon, Mark } from "./icon.jsx";
export { LangSwitch } from "./lang.jsx";
export { Screen, useModel, useScreen } from "./model.js";
export { comesLater, counted, dayMinutes, PHASES, PhaseLine, PhaseTag, phaseName } from "./phase.jsx";
export { StatusLine } from "./status.jsx";
export { translator } from "./text.js";
export { Timer, useNow } from "./timer.jsx";
export { useToast } from "./toast.jsx";
