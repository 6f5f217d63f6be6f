import { Between } from "../../phone/between.jsx";
import { Button, Dock, useDraft, useScreen } from "../../ui/index.js";
import { Openly } from "./openly.jsx";
import { Options } from "./options.jsx";
import { Outcome } from "./outcome.jsx";
import { given, inOrder, recall, said, signature } from "./votes.js";
import "./phone.css";

/**
 * @typedef {import("../../generated/messages.js").BallotShared} View
 * @typedef {import("../../generated/messages.js").BallotMine} Own
 * @typedef {import("./votes.js").Votes} Votes
 */

/**
 * The ballot on a phone: say what you want of each card, send, and change your mind until it closes.
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
      <Between>
        <Announced view={view} />
      </Between>
    </div>
  );
}

/**
 * @param {{ step: string, view: View, own: Own }} props
 */
function Voting({ step, view, own }) {
  const { pending, send, t } = useScreen();
  const { method } = view;
  const [kept, keep] = useDraft(`${step}/votes`);
  const underway = pending
    .filter(({ command }) => command.kind === "cast_votes" && command.step === step)
    .pop();
  const cast = /** @type {Votes} */ (underway ? underway.command.votes : own.votes);
  const options = inOrder(view.options, own.order);
  const votes = recall(kept, new Set(options.map(({ card }) => card)), method) ?? cast;
  const changed = signature(votes, method) !== signature(cast, method);
  const voted = said(cast) > 0;

  const set = (/** @type {Votes} */ next) =>
    keep(signature(next, method) === signature(cast, method) ? "" : JSON.stringify(next));
  const submit = async () => {
    if (!changed) return;
    keep("");
    // One who has voted is done; that saves a tap. Anyone may still change the vote, or take it back.
    send({ kind: "ready", step, ready: said(votes) > 0 });
    const outcome = await send({ kind: "cast_votes", step, votes });
    if (!outcome.ok) keep(JSON.stringify(votes));
  };
  return (
    <>
      <div class="stack">
        <Announced view={view} />
        <Hint view={view} />
        <Options view={view} options={options} votes={votes} set={set} />
      </div>
      <Dock
        ready={false}
        main={
          <Button
            kind="primary"
            icon={voted && !changed ? "check" : "next"}
            disabled={!changed}
            block
            onClick={submit}
          >
            {sendWord({ voted, changed, empty: said(votes) === 0 }, t)}
          </Button>
        }
      >
        <Tally view={view} votes={votes} />
        <Condition {...{ changed, waiting: Boolean(underway), voted }} />
      </Dock>
    </>
  );
}

/**
 * @param {{ voted: boolean, changed: boolean, empty: boolean }} how
 * @param {import("../../ui/text.js").Translate} t
 */
function sendWord({ voted, changed, empty }, t) {
  if (!voted) return t("Send vote");
  if (!changed) return t("Vote sent");
  return empty ? t("Take vote back") : t("Send vote again");
}

/** That the vote is open, if it is. @param {{ view: View }} props */
function Announced({ view }) {
  const { t } = useScreen();
  return <Openly view={view} t={t} />;
}

/** What one can do here, where the buttons alone don't say it. @param {{ view: View }} props */
function Hint({ view }) {
  const { t } = useScreen();
  const { method } = view;
  if (method === "dots" || method === "approval") return null;
  return (
    <p class="soft">
      {method === "ranking" && t("Tap what you like best, then what comes second. You needn't do them all.")}
      {method === "score" && t("1 is very little, 5 is very much. Skip what you don't know.")}
      {method === "budget" &&
        t("Together we can spend {n} points. Choose all that you support; it needn't fit.", {
          n: view.budget,
        })}
    </p>
  );
}

/** How far the voter is. @param {{ view: View, votes: Votes }} props */
function Tally({ view, votes }) {
  const { t } = useScreen();
  const { method, dots } = view;
  const [n, of] = [said(votes), view.options.length];
  const left = method === "dots" ? dots - given(votes) : 0;
  return (
    <p class="tally">
      {method === "dots" && (
        <span class="tally-dots" aria-hidden="true">
          {Array.from({ length: Math.min(dots, 12) }, (_, i) => (
            <span key={i} class={`dot ${i < left ? "dot-left" : ""}`} />
          ))}
        </span>
      )}
      <span role="status">
        {method === "dots" && dotsLeft(left, dots, t)}
        {method === "ranking" && t("{n} of {of} in order", { n, of })}
        {method === "budget" && t("You support {n} of {of}", { n, of })}
        {(method === "approval" || method === "score") && t("{n} of {of} answered", { n, of })}
      </span>
    </p>
  );
}

/**
 * @param {number} left
 * @param {number} dots
 * @param {import("../../ui/text.js").Translate} t
 */
function dotsLeft(left, dots, t) {
  if (dots > 1) return t("{n} of {dots} dots left", { n: left, dots });
  return left === 1 ? t("Give your dot to one card") : t("You have given your dot");
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
