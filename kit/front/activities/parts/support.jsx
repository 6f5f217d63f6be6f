import { Icon } from "../../ui/index.js";
import { SUPPORT_ICONS, supportWord } from "./words.js";
import "./support.css";

/**
 * How widely something is carried: a word with its icon.
 *
 * @param {{ label: string, t: import("../../ui/text.js").Translate }} props
 */
export function SupportTag({ label, t }) {
  return (
    <span class={`rank-tag rank-${label}`}>
      <Icon name={SUPPORT_ICONS[label] ?? "dot"} />
      {supportWord(label, t)}
    </span>
  );
}
