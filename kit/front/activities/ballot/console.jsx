import { Icon } from "../../ui/index.js";
import { Turnout } from "../parts/turnout.jsx";
import { MostVotes, Spent } from "./budget.jsx";
import { Costs } from "./costs.jsx";
import { Duels } from "./duels.jsx";
import { ruleWord } from "./facts.js";
import { Openly } from "./openly.jsx";
import { Ranking } from "./ranking.jsx";
import { methodWord, votersWord } from "./words.js";
import "./console.css";

/** @typedef {import("../../generated/messages.js").BallotShared} View */
/** @typedef {import("../props.js").Props<View>} Props */

/** More cards than this are too many to weigh: then the first ones of a list get the votes. */
const MOST_CARDS = 12;

/** @param {Props} props */
export function Console(props) {
  const { shared, view, t } = props;
  if (view.result) return <Outcome {...props} />;
  const open = shared.step?.status === "open";
  return (
    <div class="stack">
      <Openly view={view} t={t} />
      {open ? (
        <Ballots {...props} />
      ) : (
        <p class="soft">{t("Merge what says the same before you open the vote: the list is fixed then.")}</p>
      )}
      {!open && view.options.length > MOST_CARDS && (
        <p class="ballot-many">
          <Icon name="alert" />
          <span>
            {t("{n} cards are many for one vote. Up to {most} works best: merge, or vote twice.", {
              n: view.options.length,
              most: MOST_CARDS,
            })}
          </span>
        </p>
      )}
      {view.small.length > 0 && (
        <p class="ballot-many">
          <Icon name="hidden" />
          <span>
            {t("With 1 or 2 people: {names}.", { names: view.small.join(", ") })}{" "}
            {t(
              "What they vote is shown nowhere. But who reckons well can sometimes tell it from the totals.",
            )}
          </span>
        </p>
      )}
      {!open && view.method === "budget" && view.options.length > 0 && <Costs {...props} />}
      {view.options.length > 0 && (open || view.method !== "budget") && (
        <details class="turnout-list">
          <summary>
            {t("{n} to choose from", { n: view.options.length })} · {methodWord(view, t)}
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

/** @param {Props} props */
function Ballots({ shared, view, t }) {
  const voted = view.voted ?? 0;
  const of = Math.max(voted, shared.counts.ready_of || shared.counts.joined);
  return (
    <div data-phase={shared.step?.phase}>
      <Turnout
        says={t("{n} of {of} ballots are in", { n: voted, of })}
        what={t("Ballots that are in")}
        done={voted}
        of={of}
      >
        <p class="soft small">{t("The result stays hidden until you close the vote.")}</p>
      </Turnout>
    </div>
  );
}

/** @param {Props} props */
function Outcome({ view, t }) {
  const { result } = view;
  if (!result) return null;
  return (
    <div class="stack">
      <h2>{t("Result")}</h2>
      <p class="soft">
        {votersWord(result, t)} {ruleWord(view, t)}
      </p>
      <Spent view={view} t={t} />
      <Ranking view={view} t={t} />
      <MostVotes view={view} t={t} />
      <Duels view={view} t={t} />
      {result.voters > 0 && (
        <p class="ballot-talk">
          <Icon name="message" />
          <span>
            {t("A vote begins the talk, it doesn't end it.")}{" "}
            {t("Let the smallest organisation that supports it least speak first.")}
          </span>
        </p>
      )}
    </div>
  );
}
