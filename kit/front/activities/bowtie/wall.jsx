import { Icon } from "../../ui/index.js";
import { Pager } from "../parts/pager.jsx";
import { useTurn } from "../parts/turn.js";
import { Drawing, Legend } from "./drawing.jsx";
import { gapsWord, linesWord, measuresWord } from "./marks.js";
import "./wall.css";

const STAYS = 20;

/**
 * @typedef {import("../../generated/messages.js").BowtieShared} View
 * @typedef {import("../../generated/messages.js").TieView} Tie
 * @typedef {import("../../generated/messages.js").TieDrawing} Sheet
 * @typedef {import("../props.js").Props<View>} Props
 */

/**
 * While tables draw: what to do, and how far each one is.
 *
 * @param {Props} props
 */
function Working({ shared, view, t }) {
  const step = shared.step;
  const most = Math.max(1, ...view.tally.map((one) => one.lines + one.measures));
  return (
    <div class="wall-working">
      <div>
        <p class="wall-instruction">{step?.instruction}</p>
        {step?.status !== "waiting" && (
          <p class="wall-aside">
            <Icon name="hidden" />
            {step?.status === "closed"
              ? t("The drawings will be shown in a moment.")
              : t("Each table sees its own drawing.")}
          </p>
        )}
      </div>
      {step?.status !== "waiting" && (
        <ul class="list wall-tie-tally">
          {view.tally.slice(0, 10).map((one) => (
            <li key={one.team}>
              <strong>{one.team}</strong>
              <i style={{ "--share": (one.lines + one.measures) / most }} aria-hidden="true" />
              <span>
                {linesWord(one.lines, t)}, {measuresWord(one.measures, t)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/**
 * Which part of a table's bowtie a sheet shows.
 *
 * @param {Sheet} sheet
 * @param {Props["t"]} t
 */
function partWord(sheet, t) {
  if (sheet.part === "whole") return "";
  if (sheet.part === "overview") return t("At a glance");
  const side = sheet.part === "left" ? t("Causes and measures before") : t("Measures after and consequences");
  return sheet.pages > 1 ? `${side} (${sheet.page}/${sheet.pages})` : side;
}

/** @param {Props} props */
export function Wall(props) {
  const { view, t } = props;
  const pages = view.ties.flatMap((tie) => tie.drawings.map((sheet) => ({ tie, sheet })));
  const turn = useTurn(pages.length, STAYS);
  const page = pages[turn.index];
  if (!page) return <Working {...props} />;
  const { tie, sheet } = page;
  const gaps = tie.tells.gaps.length;
  return (
    <div class="wall-cards wall-tie">
      <p class="wall-tie-head">
        <strong>{tie.team}</strong>
        <span>{partWord(sheet, t)}</span>
        <span class={gaps > 0 ? "wall-tie-gaps" : ""}>
          <Icon name={gaps > 0 ? "alert" : "check"} />
          {gapsWord(gaps, t)}
        </span>
        <Pager turn={turn} count={pages.length} />
      </p>
      <div class="wall-tie-sheet">
        <Drawing
          sheet={sheet}
          label={`${t("Bowtie of {team}", { team: tie.team })}. ${partWord(sheet, t)}`}
        />
      </div>
      <Legend />
    </div>
  );
}
