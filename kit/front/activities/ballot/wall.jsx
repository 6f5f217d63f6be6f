import { Icon } from "../../ui/index.js";
import { useFit } from "../parts/fit.js";
import { Spent } from "./budget.jsx";
import { ruleWord } from "./facts.js";
import { Openly } from "./openly.jsx";
import { Ranking } from "./ranking.jsx";
import { methodWord } from "./words.js";
import "../parts/arrive.css";
import "./wall.css";

const LARGE = 5;

/** @typedef {import("../../generated/messages.js").BallotShared} View */
/** @typedef {import("../props.js").Props<View>} Props */

/**
 * How many ballots are in, as a number and as one mark per voter. Never who, and never for what.
 *
 * @param {{ voted: number, of: number, t: Props["t"] }} props
 */
function Turnout({ voted, of, t }) {
  const all = Math.max(of, voted);
  return (
    <div class="wall-turnout">
      <p>
        <strong>{voted}</strong> {t("of {of} ballots are in", { of: all })}
      </p>
      {all <= 120 && (
        <div class="wall-marks" aria-hidden="true">
          {Array.from({ length: all }, (_, i) => (
            <i key={i} class={i < voted ? "wall-mark-in" : ""}>
              {i < voted && <Icon name="check" />}
            </i>
          ))}
        </div>
      )}
    </div>
  );
}

/** @param {{ view: View, t: Props["t"] }} props */
function Result({ view, t }) {
  const { rows: all, voters } = /** @type {NonNullable<View["result"]>} */ (view.result);
  const large = Math.max(LARGE, Math.min(all.length, all.filter((row) => row.chosen).length + 1));
  const [box, rows] = useFit(large, JSON.stringify(all.slice(0, large)));
  const rest = voters > 0 ? all.length - rows : 0;
  return (
    <div class="wall-result">
      <div class="wall-result-rows" ref={box}>
        <Spent view={view} t={t} />
        <Ranking view={view} t={t} most={rows} brief rest={false} />
      </div>
      <p class="wall-result-note">
        {rest > 0 && `${rest === 1 ? t("1 more in the list.") : t("{n} more in the list.", { n: rest })} `}
        {ruleWord(view, t)}
      </p>
    </div>
  );
}

/** @param {Props} props */
export function Wall({ shared, view, t }) {
  const step = shared.step;
  if (view.result) return <Result view={view} t={t} />;
  return (
    <div class="wall-working">
      <div>
        <p class="wall-instruction">{step?.instruction}</p>
        {step?.status === "open" && (
          <p class="wall-aside">
            <Icon name="hidden" />
            {t("The result comes when the vote is closed.")}
          </p>
        )}
        <Openly view={view} t={t} />
      </div>
      {step?.status === "open" ? (
        <div class="wall-tally">
          <Turnout voted={view.voted ?? 0} of={shared.counts.ready_of || shared.counts.joined} t={t} />
          <p>
            {methodWord(view, t)} · {t("{n} to choose from", { n: view.options.length })}
          </p>
        </div>
      ) : null}
    </div>
  );
}
