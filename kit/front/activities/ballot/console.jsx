import { dotsWord } from "../parts/words.js";
import { Ranking } from "./ranking.jsx";
import "./console.css";

/** @typedef {import("../../generated/messages.js").BallotShared} View */
/** @typedef {import("../props.js").Props<View>} Props */

/** @param {Props} props */
export function Console({ shared, view, t }) {
  if (view.result) {
    const { voters, organisations } = view.result;
    return (
      <div class="stack">
        <h2>{t("Result")}</h2>
        <p class="soft">
          {t("{n} voters from {k} organisations.", { n: voters, k: organisations })}{" "}
          {view.result.rank === "support" && t("Every organisation counts the same in the ranking.")}
        </p>
        <Ranking result={view.result} t={t} />
      </div>
    );
  }
  const open = shared.step?.status === "open";
  const voted = view.voted ?? 0;
  const of = Math.max(voted, shared.counts.ready_of || shared.counts.joined);
  return (
    <div class="stack">
      {open ? (
        <div class="turnout" data-phase={shared.step?.phase}>
          <p>
            <strong>{t("{n} of {of} ballots are in", { n: voted, of })}</strong>
          </p>
          <progress max={Math.max(1, of)} value={voted} aria-label={t("Ballots that are in")} />
          <p class="soft small">{t("The result stays hidden until you close the vote.")}</p>
        </div>
      ) : (
        <p class="soft">{t("Merge what says the same before you open the vote: the list is fixed then.")}</p>
      )}
      {view.options.length > 0 && (
        <details class="turnout-list">
          <summary>
            {t("{n} to choose from", { n: view.options.length })} · {dotsWord(view.dots, t)}
          </summary>
          <ol>
            {view.options.map((option) => (
              <li key={option.card}>{option.text}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}
