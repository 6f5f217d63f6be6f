import { Icon } from "../../ui/index.js";
import { ChartDrawing, ChartLimits } from "../parts/chart.jsx";
import { CaseKind } from "./wall.jsx";
import "./console.css";

/** @typedef {import("../../generated/messages.js").BriefingShared} View */
/** @typedef {import("../props.js").Props<View>} Props */

/** The case for the trainer: the blind spots, and what the group must find out. @param {Props} props */
export function Console({ shared, view, t }) {
  const hints = shared.console?.case_hints ?? [];
  return (
    <div class="stack">
      {view.title && (
        <div>
          <CaseKind view={view} t={t} />
          <h2>{view.title}</h2>
          <p>{view.summary}</p>
        </div>
      )}
      {view.title && hints.length > 0 && (
        <section class="case-hints">
          <h3>{t("What is unclear, and where it rubs")}</h3>
          <ul>
            {hints.map((hint) => (
              <li key={hint}>{hint}</li>
            ))}
          </ul>
        </section>
      )}
      <Shown shared={shared} view={view} t={t} />
      {view.roles && (
        <p class="case-roles">
          <Icon name="eye" />
          <span>
            <strong>{t("Everyone looks with other eyes today.")}</strong>{" "}
            {t("Each phone says whose: never their own organisation, and the same all along.")}
          </span>
        </p>
      )}
      {view.stakeholders.length > 0 && (
        <section class="stack">
          <h3>{t("Who is involved")}</h3>
          <div class="case-people">
            {view.stakeholders.map((one) => (
              <article key={one.name}>
                <h4>{one.name}</h4>
                <p class="soft small">{one.organisation}</p>
                {one.people != null && (
                  <p class="case-eyes">
                    <Icon name="eye" />
                    {one.people === 1 ? t("1 person looks so") : t("{n} people look so", { n: one.people })}
                  </p>
                )}
                <p>{one.interest}</p>
                {one.blind_spot && (
                  <p class="case-blind">
                    <Icon name="hidden" />
                    <span>
                      <strong>{t("Blind spot, for you alone:")}</strong> {one.blind_spot}
                    </span>
                  </p>
                )}
              </article>
            ))}
          </div>
        </section>
      )}
    </div>
  );
}

/**
 * The charts, with what to say of each and what they can't tell. The drawings are those of the wall.
 *
 * @param {Pick<Props, "shared" | "view" | "t">} props
 */
function Shown({ shared, view, t }) {
  if (view.charts.length === 0) return null;
  const wall = /** @type {View | undefined} */ (shared.room?.view);
  const seen = wall?.activity === view.activity ? wall.charts : [];
  return (
    <section class="stack">
      <h3>{t("What do the charts show?")}</h3>
      {view.charts.map((chart, n) => (
        <details key={chart.id} class="chart">
          <summary>
            <h4>
              {n + 1}. {chart.title}
            </h4>
          </summary>
          <div class="chart-body">
            <p>{chart.says}</p>
            <p class="chart-unit">{chart.unit}</p>
            {seen[n] && <ChartDrawing chart={seen[n]} />}
            <ChartLimits chart={chart} />
          </div>
        </details>
      ))}
    </section>
  );
}
