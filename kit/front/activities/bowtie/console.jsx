import { useState } from "preact/hooks";
import { useScreen } from "../../ui/index.js";
import { Builder, useWork } from "./builder.jsx";
import { Legend, WideDrawing } from "./drawing.jsx";
import { Topic } from "./form.jsx";
import { Ideas, Levels, Tables, Tells } from "./tells.jsx";
import "./console.css";

/**
 * @typedef {import("../../generated/messages.js").BowtieShared} View
 * @typedef {import("../../generated/messages.js").TieView} Tie
 * @typedef {import("../props.js").Props<View>} Props
 */

/**
 * All tables' bowties, one at a time, with what each one tells.
 *
 * @param {Props} props
 */
export function Console({ shared, view, t }) {
  const [seen, see] = useState("");
  const tie = view.ties.find((one) => one.team === seen) ?? view.ties[0];
  const open = shared.step?.status === "open";
  if (!tie || shared.step?.status === "waiting") return <Seed view={view} open />;
  return (
    <div class="stack" data-phase={shared.step?.phase}>
      <Tables view={view} seen={tie.team} see={see} />
      <TrainerTie key={tie.team} tie={tie} view={view} open={open} />
      <Levels view={view} />
      <Seed view={view} />
      {tie.drawings.length > 0 && (
        <p class="soft small">
          {t("Gaps and weak measures are questions for a later step that builds on this.")}
        </p>
      )}
    </div>
  );
}

/** @param {{ tie: Tie, view: View, open: boolean }} props */
function TrainerTie({ tie, view, open }) {
  const { t } = useScreen();
  const work = useWork(tie, view);
  return (
    <section class="stack" aria-label={t("Bowtie of {team}", { team: tie.team })}>
      <Topic tie={tie} />
      {tie.drawings.length === 0 && <p class="soft">{t("This table has drawn nothing yet.")}</p>}
      {tie.drawings.map((sheet) => (
        <WideDrawing
          key={`${sheet.part} ${sheet.page}`}
          sheet={sheet}
          label={t("Bowtie of {team}", { team: tie.team })}
          chosen={work.edited}
          pick={(box) => {
            if (open || tie.nodes.some((one) => one.id === box.node && box.kind !== "gap")) work.pick(box);
          }}
        />
      ))}
      {tie.drawings.length > 0 && <Legend />}
      {work.edited ? (
        <Builder tie={tie} view={view} work={work} team={tie.team} />
      ) : (
        open && (
          <details class="tie-self">
            <summary>{t("Draw for {team}", { team: tie.team })}</summary>
            <Builder tie={tie} view={view} work={work} team={tie.team} />
          </details>
        )
      )}
      <Ideas tie={tie} />
      <Tells tie={tie} />
    </section>
  );
}

/**
 * The bowtie of the case: for when a table is stuck.
 *
 * @param {{ view: View, open?: boolean }} props
 */
function Seed({ view, open = false }) {
  const { t } = useScreen();
  const seed = view.seed;
  if (!seed) return null;
  const lists = [
    { name: t("Causes"), texts: seed.threats },
    { name: t("Consequences"), texts: seed.consequences },
    { name: t("Measures that are there already"), texts: seed.measures },
  ];
  return (
    <details class="tie-seed" open={open}>
      <summary>{t("From the case, for when a table is stuck")}</summary>
      <p>
        <strong>{t("Hazard or situation")}:</strong> {seed.hazard}
      </p>
      <p>
        <strong>{t("The moment that it goes wrong")}:</strong> {seed.top_event}
      </p>
      <div class="tie-seed-lists">
        {lists.map(({ name, texts }) => (
          <section key={name}>
            <h3>{name}</h3>
            <ul>
              {texts.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  );
}
