import { Button, useScreen } from "../../ui/index.js";
import { Choices, Cost, choicesOf } from "./choices.jsx";
import { Order } from "./order.jsx";
import { answer, give, given } from "./votes.js";

/**
 * @typedef {import("../../generated/messages.js").BallotShared} View
 * @typedef {import("../../generated/messages.js").OptionView} Option
 * @typedef {import("./votes.js").Votes} Votes
 */

/**
 * The cards to vote on, on a phone, each with what one can say of it.
 *
 * @param {{ view: View, options: Option[], votes: Votes, set: (votes: Votes) => void }} props
 */
export function Options({ view, options, votes, set }) {
  const { t } = useScreen();
  if (view.method === "ranking") {
    return (
      <Order options={options} votes={votes} set={set} t={t} body={(option) => <Body option={option} />} />
    );
  }
  const Answer = view.method === "dots" ? Dots : Answers;
  return (
    <ul class="list options">
      {options.map((option) => (
        <li key={option.card}>
          <article class={`option ${option.card in votes ? "option-on" : ""}`}>
            <Body option={option} />
            <Answer view={view} option={option} votes={votes} set={set} />
          </article>
        </li>
      ))}
    </ul>
  );
}

/** @param {{ option: Option }} props */
function Body({ option }) {
  const { t } = useScreen();
  return (
    <>
      <p class="option-text">{option.text}</p>
      {option.cost != null && <Cost cost={option.cost} t={t} />}
      {option.merged.length > 0 && (
        <details class="note-merged">
          <summary>{t("Made of {n} cards", { n: option.merged.length })}</summary>
          <ul>
            {option.merged.map((one, i) => (
              <li key={i}>{one}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** @typedef {{ view: View, option: Option, votes: Votes, set: (votes: Votes) => void }} AnswerProps */

/** @param {AnswerProps} props */
function Answers({ view, option: { card, text }, votes, set }) {
  const { t } = useScreen();
  return (
    <Choices
      text={text}
      choices={choicesOf(view.method, t)}
      value={votes[card]}
      set={(weight) => set(answer(votes, card, weight))}
    />
  );
}

/** @param {AnswerProps} props */
function Dots({ view, option: { card, text }, votes, set }) {
  const { t } = useScreen();
  const dots = votes[card] ?? 0;
  const left = view.dots - given(votes);
  const tap = (/** @type {number} */ by) => set(give(votes, card, by, view));
  if (view.most === 1) {
    const off = left <= 0 && view.dots > 1 && !dots;
    return <Toggle {...{ text, on: dots > 0, off }} onClick={() => tap(dots ? -1 : 1)} />;
  }
  return (
    <fieldset class="stepper">
      <legend class="hush">{text}</legend>
      <Button icon="minus" label={t("One dot less")} disabled={dots === 0} onClick={() => tap(-1)} />
      <span class="stepper-dots" role="status">
        <span aria-hidden="true">
          {Array.from({ length: dots }, (_, i) => (
            <span key={i} class="dot dot-left" />
          ))}
        </span>
        <span class={dots ? "stepper-count" : "soft small"}>
          {dots === 0 ? t("no dots") : dots === 1 ? t("1 dot") : t("{n} dots", { n: dots })}
        </span>
      </span>
      <Button
        icon="add"
        label={t("One dot more")}
        disabled={left <= 0 || dots >= view.most}
        onClick={() => tap(1)}
      />
    </fieldset>
  );
}

/** @param {{ text: string, on: boolean, off: boolean, onClick: () => void }} props */
function Toggle({ text, on, off, onClick }) {
  const { t } = useScreen();
  return (
    <Button
      class={`choose ${on ? "choose-on" : ""}`}
      aria-pressed={on ? "true" : "false"}
      disabled={off}
      label={`${on ? t("Your dot") : t("Give dot")}: ${text}`}
      onClick={onClick}
    >
      <span class={`dot ${on ? "dot-left" : ""}`} aria-hidden="true" />
      {on ? t("Your dot") : t("Give dot")}
    </Button>
  );
}
