import { Icon } from "../../ui/index.js";
import { useFit } from "../parts/fit.js";
import { dotsWord } from "../parts/words.js";
import { Ranking } from "./ranking.jsx";
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

/** @param {{ result: import("../../generated/messages.js").BallotResult, t: Props["t"] }} props */
function Result({ result, t }) {
  const [box, rows] = useFit(LARGE, JSON.stringify(result.rows.slice(0, LARGE)));
  const rest = result.voters > 0 ? result.rows.length - rows : 0;
  return (
    <div class="wall-result">
      <div class="wall-result-rows" ref={box}>
        <Ranking result={result} t={t} most={rows} brief rest={false} />
      </div>
      <p class="wall-result-note">
        {rest > 0 && `${rest === 1 ? t("1 more in the list.") : t("{n} more in the list.", { n: rest })} `}
        {result.rank === "support"
          ? t("The bar is the support across organisations: every organisation counts the same.")
          : t("The bar is the number of dots.")}
      </p>
    </div>
  );
}

/** @param {Props} props */
export function Wall({ shared, view, t }) {
  const step = shared.step;
  if (view.result) return <Result result={view.result} t={t} />;
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
      </div>
      {step?.status === "open" ? (
        <div class="wall-tally">
          <Turnout voted={view.voted ?? 0} of={shared.counts.ready_of || shared.counts.joined} t={t} />
          <p>
            {dotsWord(view.dots, t)} · {t("{n} to choose from", { n: view.options.length })}
          </p>
        </div>
      ) : null}
    </div>
  );
}
