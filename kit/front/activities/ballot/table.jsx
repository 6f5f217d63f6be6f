import { useState } from "preact/hooks";
import { Button, useScreen } from "../../ui/index.js";
import { Calm } from "../parts/calm.jsx";
import { Scroll } from "../parts/scroll.jsx";
import { Spent } from "./budget.jsx";
import { Openly } from "./openly.jsx";
import { Ranking } from "./ranking.jsx";
import { Sheet } from "./sheet.jsx";
import { inOrder, said } from "./votes.js";
import { progressWord } from "./words.js";
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
  const underway = pending.some((one) => one.command.kind === "cast_votes");
  const cast = async () => {
    const outcome = await send({ kind: "cast_votes", step: shared.step?.id, votes });
    if (outcome.ok) change(null);
  };
  let state = said(sent) > 0 ? t("Your table's ballot is in. You may change it.") : "";
  if (changed) state = t("Not sent yet");
  return (
    <div class={`table-ballot table-ballot-${view.method}`}>
      <Scroll class="table-options" label={t("Ballot")}>
        <Sheet
          view={view}
          options={inOrder(view.options, own?.order ?? [])}
          votes={votes}
          set={change}
          t={t}
        />
      </Scroll>
      <div class="table-cast">
        <p role="status">
          <strong>{progressWord(view, votes, t)}</strong> <span class="soft">{state}</span>
        </p>
        <Button kind="primary" icon="check" busy={underway} disabled={!changed} onClick={cast}>
          {said(votes) === 0 && said(sent) > 0 ? t("Take ballot back") : t("Send ballot")}
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
        <Spent view={view} t={t} />
        <Ranking view={view} t={t} most={8} />
      </Scroll>
    );
  }
  const open = step?.status === "open";
  if (open && step?.per === "team" && shared.team) return <TeamBallot key={step.id} {...props} />;
  return (
    <Calm
      icon={open ? (view.open_vote ? "people" : "hidden") : "clock"}
      says={open ? voteWord(view, t) : t("The trainer opens the vote in a moment.")}
      small={
        open &&
        view.voted != null &&
        t("{n} of {of} ballots are in", {
          n: view.voted,
          of: Math.max(view.voted, shared.counts.ready_of),
        })
      }
    >
      <Openly view={view} t={t} />
    </Calm>
  );
}

/** @param {View} view @param {Props["t"]} t */
function voteWord({ open_vote: openly }, t) {
  return openly ? t("Vote on your own phone.") : t("Vote on your own phone. Nobody sees what you choose.");
}
