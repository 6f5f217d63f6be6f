import { useState } from "preact/hooks";
import { Button, Icon, useScreen } from "../../ui/index.js";
import { Scroll } from "../parts/scroll.jsx";
import { dotsWord } from "../parts/words.js";
import { Ranking } from "./ranking.jsx";
import { Stepper } from "./stepper.jsx";
import "./table.css";

/** @typedef {import("../../generated/messages.js").BallotShared} View */
/** @typedef {import("../../generated/messages.js").BallotMine} Own */
/** @typedef {import("../props.js").Props<View, Own>} Props */

/** One ballot for the whole table. @param {Props} props */
function TeamBallot({ shared, view, own, send, t }) {
  const { pending } = useScreen();
  const [changed, change] = useState(/** @type {Record<string, number> | null} */ (null));
  const sent = own?.votes ?? {};
  const votes = changed ?? sent;
  const used = Object.values(votes).reduce((sum, n) => sum + n, 0);
  const left = view.dots - used;
  const underway = pending.some((one) => one.command.kind === "cast_votes");
  const place = new Map((own?.order ?? []).map((card, i) => [card, i]));
  const options = [...view.options].sort((a, b) => (place.get(a.card) ?? 0) - (place.get(b.card) ?? 0));
  const cast = async () => {
    const outcome = await send({ kind: "cast_votes", step: shared.step?.id, votes });
    if (outcome.ok) change(null);
  };
  const state = changed
    ? t("Not sent yet")
    : Object.keys(sent).length > 0
      ? t("Your table's ballot is in. You may change it.")
      : "";
  return (
    <div class="table-ballot">
      <ul class="list table-options">
        {options.map((option) => (
          <li key={option.card}>
            <span>{option.text}</span>
            <Stepper
              text={option.text}
              value={votes[option.card] ?? 0}
              most={Math.min(view.most, (votes[option.card] ?? 0) + left)}
              set={(n) => change({ ...votes, [option.card]: n })}
              t={t}
            />
          </li>
        ))}
      </ul>
      <div class="table-cast">
        <p role="status">
          <strong>{t("{left} of {dots} left", { left, dots: dotsWord(view.dots, t) })}</strong>{" "}
          <span class="soft">{state}</span>
        </p>
        <Button kind="primary" icon="check" busy={underway} disabled={!changed} onClick={cast}>
          {t("Send ballot")}
        </Button>
      </div>
    </div>
  );
}

/** @param {Props} props */
export function Table(props) {
  const { shared, view, t } = props;
  const step = shared.step;
  if (view.result) {
    return (
      <Scroll class="table-result" label={t("Result")}>
        <Ranking result={view.result} t={t} most={8} />
      </Scroll>
    );
  }
  if (step?.per === "team" && step.status === "open" && shared.team) return <TeamBallot {...props} />;
  return (
    <div class="table-calm">
      <Icon name={step?.status === "open" ? "hidden" : "clock"} />
      <p>
        {step?.status === "open"
          ? t("Vote on your own phone. Nobody sees what you choose.")
          : t("The trainer opens the vote in a moment.")}
      </p>
      {step?.status === "open" && view.voted != null && (
        <p class="table-calm-small">
          {t("{n} of {of} ballots are in", {
            n: view.voted,
            of: Math.max(view.voted, shared.counts.ready_of),
          })}
        </p>
      )}
    </div>
  );
}
