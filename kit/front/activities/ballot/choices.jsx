import { Icon } from "../../ui/index.js";
import "./choices.css";

/** @typedef {import("../../ui/text.js").Translate} Translate */
/** @typedef {{ weight: number, text: string, icon?: string, on?: string, tone?: string, label?: string }} Choice */

/**
 * What a voter can say of one card, by the method of the vote.
 *
 * @param {string} method
 * @param {Translate} t
 * @returns {Choice[]}
 */
export function choicesOf(method, t) {
  if (method === "score")
    return [1, 2, 3, 4, 5].map((weight) => ({
      weight,
      text: String(weight),
      label: t("{n} of 5", { n: weight }),
    }));
  const support = { weight: 1, text: t("I support it"), icon: "check", tone: "good" };
  if (method === "budget") return [{ ...support, icon: "box", on: "boxed" }];
  return [
    support,
    { weight: 0, text: t("Neutral"), icon: "minus", tone: "plain" },
    { weight: -1, text: t("I don't support it"), icon: "close", tone: "bad" },
  ];
}

/**
 * One of a few answers about a card. The same tap again takes it back.
 *
 * @param {{
 *   text: string,
 *   choices: Choice[],
 *   value: number | undefined,
 *   set: (weight: number) => void,
 * }} props `text` is what the answer is about; `value` what was answered
 */
export function Choices({ text, choices, value, set }) {
  return (
    <fieldset class={`says says-${choices.length}`}>
      <legend class="hush">{text}</legend>
      {choices.map((one) => (
        <button
          key={one.weight}
          type="button"
          class={`say say-${one.tone ?? "mark"}`}
          aria-pressed={value === one.weight ? "true" : "false"}
          aria-label={one.label}
          onClick={() => set(one.weight)}
        >
          {one.icon && <Icon name={value === one.weight ? (one.on ?? one.icon) : one.icon} />}
          <span>{one.text}</span>
        </button>
      ))}
    </fieldset>
  );
}

/**
 * What a card costs: a number, and as many coins.
 *
 * @param {{ cost: number, t: Translate }} props
 */
export function Cost({ cost, t }) {
  return (
    <span class="cost">
      <span class="cost-coins" aria-hidden="true">
        {Array.from({ length: cost }, (_, i) => (
          <i key={i} />
        ))}
      </span>
      {cost === 1 ? t("costs 1 point") : t("costs {n} points", { n: cost })}
    </span>
  );
}
