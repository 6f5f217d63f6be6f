import { Icon } from "../../ui/index.js";
import { Pages, Shown } from "../parts/shown.jsx";
import { Openly } from "./openly.jsx";
import { methodWord } from "./words.js";
import "./wall.css";

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

/**
 * What came of the vote, a page for each figure; the first says what goes on.
 *
 * @param {Pick<Props, "shared" | "t">} props
 */
function Result({ shared, t }) {
  const [first, ...others] = shared.figures;
  if (!first) return <p class="wall-instruction">{t("No votes came in.")}</p>;
  return (
    <div class="wall-vote wall-full">
      <Pages figures={others}>
        <Shown chart={first} />
      </Pages>
    </div>
  );
}

/** @param {Props} props */
export function Wall({ shared, view, t }) {
  const step = shared.step;
  if (view.result) return <Result shared={shared} t={t} />;
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
