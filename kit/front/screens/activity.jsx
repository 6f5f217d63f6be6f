import activities from "virtual:activities";
import { useScreen } from "../ui/index.js";

/**
 * One face of the activity that the room is in, or null where there is none.
 *
 * @param {{ face: "Table" | "Console" | "Wall" }} props
 */
export function Face({ face }) {
  const { shared, mine, send, t } = useScreen();
  if (!shared?.step || !shared.view) return null;
  const Component = activities[shared.step.activity]?.[face];
  if (!Component) return null;
  const own = mine?.step === shared.step.id ? mine.view : null;
  return <Component shared={shared} mine={mine} view={shared.view} own={own} send={send} t={t} />;
}
