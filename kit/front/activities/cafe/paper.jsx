import { useState } from "preact/hooks";
import { PaperCards } from "../parts/sheet.jsx";
import { zoneWord } from "./words.js";

/** @typedef {import("../../generated/messages.js").CafeShared} View */

/**
 * A note from a paper tablecloth: the table chosen above is the one it lay on.
 *
 * @param {import("../props.js").Props<View> & {
 *   paper: { id: string, organisation: string | null, team: string | null },
 *   next: () => void,
 * }} props
 */
export function Paper({ view, t, paper, next }) {
  const [zone, put] = useState("insight");
  if (view.zones.length === 0) return <p class="soft">{t("The first round has not begun yet.")}</p>;
  const kinds = (
    <label class="field">
      <span class="field-label">{t("Kind of note")}</span>
      <select class="field-input" value={zone} onChange={(event) => put(event.currentTarget.value)}>
        {view.zones.map((one) => (
          <option key={one} value={one}>
            {zoneWord(one, t)}
          </option>
        ))}
      </select>
    </label>
  );
  return <PaperCards {...{ paper, next }} max={view.max_chars} said={{ zone }} before={kinds} />;
}
