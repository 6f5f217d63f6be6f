import { useScreen } from "../../ui/index.js";
import { useName } from "../../ui/name.js";
import { CLASSES } from "./place.js";
import "./scale.css";

/**
 * @typedef {import("./place.js").Axis} Axis
 * @typedef {import("./place.js").Value} Value
 * @typedef {import("./place.js").Name} Name
 * @typedef {{ value: number | string, sign: string, label?: string, help?: string }} Choice
 */

/**
 * One choice out of a few: as large buttons in a row, or below each other where they need words.
 *
 * @param {{
 *   label: import("preact").ComponentChildren,
 *   choices: Choice[],
 *   value: number | string | null | undefined,
 *   set: (value: any) => void,
 *   children?: import("preact").ComponentChildren,
 * }} props
 */
function Choices({ label, choices, value, set, children }) {
  const name = useName();
  const listed = choices.some((one) => one.help);
  const chosen = choices.find((one) => one.value === value);
  const [first, last] = [choices[0], choices[choices.length - 1]];
  return (
    <fieldset class={`scale ${listed ? "scale-list" : ""}`}>
      <legend>
        {label} {!listed && !children && chosen && <em>{chosen.label}</em>}
      </legend>
      <div class="scale-points" style={{ "--points": choices.length }}>
        {choices.map((one) => (
          <label key={one.value} class={one === chosen ? "scale-on" : ""}>
            <input type="radio" name={name} checked={one === chosen} onChange={() => set(one.value)} />
            <strong>{one.sign}</strong>
            <span class={listed ? "" : "hush"}>
              {one.label}
              {one.help && <small>{one.help}</small>}
            </span>
          </label>
        ))}
      </div>
      {children}
      {!listed && !children && (
        <p class="scale-ends" aria-hidden="true">
          <span>{first?.label}</span>
          <span>{last?.label}</span>
        </p>
      )}
    </fieldset>
  );
}

/**
 * What one axis asks of a card.
 *
 * @param {{ axis: Axis, name: Name, value: Value, set: (value: Value) => void }} props
 */
export function Ask({ axis, name, value, set }) {
  const { t } = useScreen();
  if (axis.criteria.length === 0) {
    return (
      <Choices
        label={axis.question}
        choices={axis.points}
        value={value[name]}
        set={(point) => set({ ...value, [name]: point })}
      />
    );
  }
  const [first, last] = [axis.points[0], axis.points[axis.points.length - 1]];
  return (
    <section class="criteria" aria-label={axis.title}>
      <h3>{axis.question}</h3>
      <p class="soft small">
        {t("0 is not at all, A is {little}, E is {much}. What you don't know you leave open.", {
          little: first?.label ?? "",
          much: last?.label ?? "",
        })}
      </p>
      {axis.criteria.map(({ id, title, anchors }) => (
        <Choices
          key={id}
          label={title}
          choices={CLASSES.map((sign) => ({ value: sign, sign, label: anchors[sign] }))}
          value={value.scores[id]}
          set={(sign) => set({ ...value, scores: { ...value.scores, [id]: sign } })}
        >
          <p class="scale-anchors">
            {Object.entries(anchors).map(([sign, text]) => (
              <span key={sign}>
                <b>{sign}</b> {text}
              </span>
            ))}
          </p>
        </Choices>
      ))}
    </section>
  );
}
