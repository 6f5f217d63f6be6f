import { Icon, useDraft, useScreen } from "../../ui/index.js";

/**
 * @typedef {import("../../generated/messages.js").ItemView} Item
 * @typedef {import("../../generated/messages.js").ChoiceView} Choice
 * @typedef {import("./answers.js").Answers} Answers
 * @typedef {import("preact").RefObject<HTMLHeadingElement | null>} Heading
 */

/**
 * One sentence with its answers, large enough for a thumb.
 *
 * @param {{
 *   item: Item,
 *   choices: Choice[],
 *   value: number | null | undefined,
 *   pick: (value: number | null) => void,
 *   heading: Heading,
 * }} props `value` is null for *I don't know*
 */
export function Question({ item, choices, value, pick, heading }) {
  const { t } = useScreen();
  return (
    <fieldset class="survey-question">
      <legend>
        <h2 ref={heading} tabIndex={-1}>
          {item.text}
        </h2>
      </legend>
      {choices.map((one) => (
        <Pick key={one.value} on={value === one.value} onClick={() => pick(one.value)}>
          {one.label}
        </Pick>
      ))}
      <Pick class="survey-unknown" on={value === null} onClick={() => pick(null)}>
        {t("I don't know")}
      </Pick>
    </fieldset>
  );
}

/**
 * @param {{ on: boolean, onClick: () => void, class?: string, children?: import("preact").ComponentChildren }} props
 */
function Pick({ on, onClick, class: extra = "", children }) {
  return (
    <button
      type="button"
      class={`survey-pick ${on ? "survey-pick-on" : ""} ${extra}`}
      aria-pressed={on ? "true" : "false"}
      onClick={onClick}
    >
      <Icon name={on ? "check" : "dot"} />
      <span>{children}</span>
    </button>
  );
}

/**
 * One question about each other organisation. All answers go together, and stay on the phone: of somebody from a small
 * organisation the workshop keeps only for how many the answer was yes.
 *
 * @param {{
 *   step: string,
 *   item: Item,
 *   choices: Choice[],
 *   about: import("../../generated/messages.js").Named[],
 *   answers: Answers,
 *   answer: (more: Answers) => void,
 *   heading: Heading,
 * }} props
 */
export function Each({ step, item, choices, about, answers, answer, heading }) {
  const { t } = useScreen();
  const [kept, keep] = useDraft(`${step}/${item.id}`);
  const had = Object.entries(answers).filter(([key]) => key.startsWith(`${item.id}:`));
  /** @type {Answers} */
  const given = kept ? JSON.parse(kept) : Object.fromEntries(had);
  const set = (/** @type {string} */ id, /** @type {number | null} */ value) => {
    const next = { ...given, [`${item.id}:${id}`]: value };
    keep(JSON.stringify(next));
    answer(
      Object.fromEntries(
        Object.entries(next).filter(([key]) => about.some((one) => key === `${item.id}:${one.id}`)),
      ),
    );
  };
  return (
    <div class="survey-each">
      <h2 ref={heading} tabIndex={-1}>
        {item.text}
      </h2>
      <p class="soft small">{t("Choose ? if you don't know.")}</p>
      {item.id in answers && !kept && (
        <p class="survey-note">
          <Icon name="hidden" /> {t("You answered this. We kept how many, not which ones.")}
        </p>
      )}
      {about.map((one) => {
        const value = given[`${item.id}:${one.id}`];
        return (
          <fieldset key={one.id}>
            <legend>{one.name}</legend>
            <div class="survey-row">
              {choices.map((choice) => (
                <Small
                  key={choice.value}
                  on={value === choice.value}
                  onClick={() => set(one.id, choice.value)}
                >
                  {choice.label}
                </Small>
              ))}
              <Small on={value === null} label={t("I don't know")} onClick={() => set(one.id, null)}>
                ?
              </Small>
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}

/**
 * @param {{ on: boolean, onClick: () => void, label?: string, children?: import("preact").ComponentChildren }} props
 */
function Small({ on, onClick, label, children }) {
  return (
    <button
      type="button"
      class={`survey-small ${on ? "survey-small-on" : ""}`}
      aria-pressed={on ? "true" : "false"}
      aria-label={label}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
