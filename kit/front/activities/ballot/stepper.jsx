import { Button } from "../../ui/index.js";
import "./stepper.css";

/**
 * Dots on one card: fewer, how many, more.
 *
 * @param {{
 *   text: string,
 *   value: number,
 *   most: number,
 *   set: (n: number) => void,
 *   t: import("../../ui/text.js").Translate,
 *   off?: boolean,
 * }} props `most` is what this voter may have here now; `off` when nothing can change
 */
export function Stepper({ text, value, most, set, t, off = false }) {
  return (
    <fieldset class="dots-step">
      <legend class="hush">{text}</legend>
      <Button
        icon="minus"
        label={t("One dot less")}
        disabled={off || value <= 0}
        onClick={() => set(value - 1)}
      />
      <output aria-live="polite">
        {value}
        <span class="hush"> {t("of your dots")}</span>
      </output>
      <Button
        icon="add"
        label={t("One dot more")}
        disabled={off || value >= most}
        onClick={() => set(value + 1)}
      />
    </fieldset>
  );
}
