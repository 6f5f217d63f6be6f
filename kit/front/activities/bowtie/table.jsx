import { useState } from "preact/hooks";
import { Button, useScreen } from "../../ui/index.js";
import { Scroll } from "../parts/scroll.jsx";
import { Builder, useWork } from "./builder.jsx";
import { Drawing, Legend } from "./drawing.jsx";
import { Topic, useReturn } from "./form.jsx";
import { Ideas, Tables } from "./tells.jsx";
import "./table.css";

/**
 * @typedef {import("../../generated/messages.js").BowtieShared} View
 * @typedef {import("../../generated/messages.js").TieView} Tie
 * @typedef {import("../props.js").Props<View>} Props
 */

/**
 * The bowtie of one table, to draw together; once the room may see them all, those of the others too.
 *
 * @param {Props} props
 */
export function Table({ shared, view, t }) {
  const [seen, see] = useState("");
  const own = view.ties.find((one) => one.team === shared.team);
  const tie = view.ties.find((one) => one.team === seen) ?? own;
  if (!tie) return <p class="soft">{t("The trainer opens this step in a moment.")}</p>;
  return (
    <div class="tie-table">
      <Tables view={view} seen={tie.team} see={see} />
      <TableTie key={tie.team} tie={tie} view={view} open={tie === own && shared.step?.status === "open"} />
    </div>
  );
}

/** @param {{ tie: Tie, view: View, open: boolean }} props */
function TableTie({ tie, view, open }) {
  const { t } = useScreen();
  const work = useWork(tie, view);
  const [sheet] = tie.drawings;
  const [large, enlarge] = useState(false);
  const box = useReturn(work.edited);
  return (
    <>
      <Topic tie={tie} />
      <div class="tie-sheet-box" ref={box}>
        <Scroll class="tie-sheet" label={t("The drawing")}>
          {sheet && (
            <Drawing
              sheet={sheet}
              label={t("Bowtie of {team}", { team: tie.team })}
              chosen={work.edited}
              pick={open && !large ? work.pick : undefined}
            />
          )}
        </Scroll>
      </div>
      {(large || !open) && (
        <div class="tie-foot">
          <Legend />
          {open && (
            <Button small icon="edit" onClick={() => enlarge(false)}>
              {t("Go on drawing")}
            </Button>
          )}
        </div>
      )}
      {open && !large && (
        <>
          <Ideas tie={tie} folded />
          <Builder tie={tie} view={view} work={work}>
            <Button icon="screen" label={t("Only the drawing")} onClick={() => enlarge(true)} />
          </Builder>
        </>
      )}
    </>
  );
}
