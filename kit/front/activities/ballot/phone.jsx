import { Between } from "../../phone/between.jsx";
import { Button, Dock, useDraft, useScreen } from "../../ui/index.js";
import { Outcome } from "./outcome.jsx";
import { give, given, recall, signature } from "./votes.js";
import "./phone.css";

/**
 * @typedef {import("../../generated/messages.js").BallotShared} View
 * @typedef {import("../../generated/messages.js").BallotMine} Own
 * @typedef {import("../../generated/messages.js").OptionView} Option
 * @typedef {import("./votes.js").Votes} Votes
 */

/**
 * The ballot on a phone: give dots, send, and change your mind until it closes.
 *
 * @param {import("../props.js").Props<View, Own>} props
 */
export function Phone({ shared, view, own }) {
  const status = shared.step?.status;
  // The two parts of a view come one after the other: for a moment `own` may still be that of the step before.
  if (status === "open" && own?.order) return <Voting step={shared.step?.id ?? ""} view={view} own={own} />;
  if (view.result) return <Outcome view={view} result={view.result} votes={own?.votes ?? {}} />;
  return (
    <div class="stack">
      <Between />
    </div>
  );
}

/**
 * @param {{ step: string, view: View, own: Own }} props
 */
function Voting({ step, view, own }) {
  const { pending, send, t } = useScreen();
  const [kept, keep] = useDraft(`${step}/votes`);
  const underway = pending
    .filter(({ command }) => command.kind === "cast_votes" && command.step === step)
    .pop();
  const cast = /** @type {Votes} */ (underway ? underway.command.votes : own.votes);
  const options = inOrder(view.options, own.order);
  const votes = recall(kept, new Set(options.map(({ card }) => card))) ?? cast;
  const left = view.dots - given(votes);
  const changed = signature(votes) !== signature(cast);

  const tap = (/** @type {string} */ card, /** @type {number} */ by) => {
    const next = give(votes, card, by, view);
    keep(signature(next) === signature(cast) ? "" : JSON.stringify(next));
  };
  const submit = async () => {
    if (!changed) return;
    keep("");
    // One who has voted is done; that saves a tap. Anyone may still change the vote.
    if (given(votes) > 0) send({ kind: "ready", step, ready: true });
    const outcome = await send({ kind: "cast_votes", step, votes });
    if (!outcome.ok) keep(JSON.stringify(votes));
  };
  return (
    <>
      <div class="stack">
        <ul class="list options">
          {options.map((option) => (
            <li key={option.card}>
              <One option={option} dots={votes[option.card] ?? 0} left={left} rules={view} tap={tap} />
            </li>
          ))}
        </ul>
      </div>
      <Dock
        ready={false}
        main={
          <Button
            kind="primary"
            icon={given(cast) > 0 && !changed ? "check" : "next"}
            disabled={!changed}
            block
            onClick={submit}
          >
            {given(cast) > 0 ? (changed ? t("Send vote again") : t("Vote sent")) : t("Send vote")}
          </Button>
        }
      >
        <Tally left={left} dots={view.dots} />
        <Condition {...{ changed, waiting: Boolean(underway) }} voted={given(cast) > 0} />
      </Dock>
    </>
  );
}

/**
 * Everyone has an order of their own, because the first in a list get more votes.
 *
 * @param {Option[]} options
 * @param {string[]} order
 * @returns {Option[]}
 */
function inOrder(options, order) {
  const place = new Map(order.map((card, i) => [card, i]));
  return [...options].sort((a, b) => (place.get(a.card) ?? 0) - (place.get(b.card) ?? 0));
}

/** @param {{ left: number, dots: number }} props */
function Tally({ left, dots }) {
  const { t } = useScreen();
  return (
    <p class="tally">
      <span class="tally-dots" aria-hidden="true">
        {Array.from({ length: Math.min(dots, 12) }, (_, i) => (
          <span key={i} class={`dot ${i < left ? "dot-left" : ""}`} />
        ))}
      </span>
      <span role="status">
        {dots === 1
          ? left === 1
            ? t("Give your dot to one card")
            : t("You have given your dot")
          : t("{n} of {dots} dots left", { n: left, dots })}
      </span>
    </p>
  );
}

/**
 * Whether the workshop has the vote as it is on screen.
 *
 * @param {{ changed: boolean, waiting: boolean, voted: boolean }} props
 */
function Condition({ changed, waiting, voted }) {
  const { status, t } = useScreen();
  let text = "";
  if (changed && voted) text = t("You changed something. Send your vote again.");
  else if (waiting && status !== "connected")
    text = t("Your vote is kept and goes when there is a connection.");
  else if (waiting) text = t("Being sent…");
  else if (voted) text = t("Your vote is in. You can change it until the vote closes.");
  return (
    <p class="vote-state" role="status">
      {text}
    </p>
  );
}

/**
 * One card to vote on.
 *
 * @param {{
 *   option: Option,
 *   dots: number,
 *   left: number,
 *   rules: { dots: number, most: number },
 *   tap: (card: string, by: number) => void,
 * }} props
 */
function One({ option, dots, left, rules, tap }) {
  const { t } = useScreen();
  const { card, text } = option;
  return (
    <article class={`option ${dots ? "option-on" : ""}`}>
      <p class="option-text">{text}</p>
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
      {rules.most === 1 ? (
        <Toggle
          {...{ text, on: dots > 0, off: left <= 0 && rules.dots > 1 }}
          onClick={() => tap(card, dots ? -1 : 1)}
        />
      ) : (
        <fieldset class="stepper">
          <legend class="hush">{text}</legend>
          <Button
            icon="minus"
            label={t("One dot less")}
            disabled={dots === 0}
            onClick={() => tap(card, -1)}
          />
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
            disabled={left <= 0 || dots >= rules.most}
            onClick={() => tap(card, 1)}
          />
        </fieldset>
      )}
    </article>
  );
}

/** @param {{ text: string, on: boolean, off: boolean, onClick: () => void }} props */
function Toggle({ text, on, off, onClick }) {
  const { t } = useScreen();
  return (
    <Button
      class={`choose ${on ? "choose-on" : ""}`}
      aria-pressed={on ? "true" : "false"}
      disabled={off && !on}
      label={`${on ? t("Your dot") : t("Give dot")}: ${text}`}
      onClick={onClick}
    >
      <span class={`dot ${on ? "dot-left" : ""}`} aria-hidden="true" />
      {on ? t("Your dot") : t("Give dot")}
    </Button>
  );
}
