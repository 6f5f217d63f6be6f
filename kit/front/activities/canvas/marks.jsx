import { Icon, useScreen } from "../../ui/index.js";
import { EVIDENCE, EVIDENCE_ICONS, evidenceWord, numbersOf, showNumber } from "./fields.js";
import "./marks.css";

/**
 * How one knows what stands on a card: an icon with its word.
 *
 * @param {{ kind: string | null, brief?: boolean }} props `brief`: where room is short, only what is not sure is said in
 *   words to everyone
 */
export function Evidence({ kind, brief = false }) {
  const { t } = useScreen();
  if (!kind) return null;
  const word = evidenceWord(kind, t);
  const short = brief && kind !== "assumption";
  return (
    <span class="mark-evidence" data-kind={kind} title={short ? word : undefined}>
      <Icon name={EVIDENCE_ICONS[kind] ?? "dot"} /> {short ? <span class="hush">{word}</span> : word}
    </span>
  );
}

/**
 * What is worth a second look. A hint, never a refusal.
 *
 * @param {{ hints: string[] | undefined, label?: string }} props
 */
export function Hints({ hints, label }) {
  const { t } = useScreen();
  if (!hints?.length) return null;
  return (
    <div class="mark-hints" role="note">
      <Icon name="tip" />
      <ul class="list" aria-label={label ?? t("Tips")}>
        {hints.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

/**
 * Choose one of a few, or none.
 *
 * @template V
 * @param {{
 *   label: string,
 *   choices: { value: V, text: import("preact").ComponentChildren, name?: string }[],
 *   value: V | null,
 *   choose: (value: V | null) => void,
 *   even?: boolean,
 * }} props `name` is what a screen reader says where the text alone does not say it; `even`: all in one row
 */
export function Choice({ label, choices, value, choose, even = false }) {
  return (
    <fieldset class="pick-of">
      <legend class="hush">{label}</legend>
      <div class={even ? "pick-row pick-even" : "pick-row"}>
        {choices.map((one) => (
          <button
            key={String(one.value)}
            type="button"
            class="pick-one"
            aria-pressed={value === one.value ? "true" : "false"}
            aria-label={one.name}
            onClick={() => choose(value === one.value ? null : one.value)}
          >
            {one.text}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/**
 * How do you know? Saying it is up to the writer.
 *
 * @param {{ value: string | null, choose: (kind: string | null) => void }} props
 */
export function EvidenceChoice({ value, choose }) {
  const { t } = useScreen();
  const choices = EVIDENCE.map((kind) => ({
    value: kind,
    text: (
      <>
        <Icon name={EVIDENCE_ICONS[kind] ?? "dot"} /> {evidenceWord(kind, t)}
      </>
    ),
  }));
  return <Choice even label={t("How do you know?")} {...{ choices, value, choose }} />;
}

/**
 * The number that a card begins with.
 *
 * @param {{ scale: number[], value: number | null, choose: (value: number | null) => void }} props
 */
export function ScaleChoice({ scale, value, choose }) {
  const { t } = useScreen();
  const choices = numbersOf(scale).map((n) => ({ value: n, text: showNumber(n, scale) }));
  return <Choice even label={t("Choose a number")} {...{ choices, value, choose }} />;
}
