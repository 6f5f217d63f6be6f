import { Behind } from "../../activities/parts/behind.jsx";
import { SupportTag } from "../../activities/parts/support.jsx";
import { supportWord } from "../../activities/parts/words.js";
import { percent, useScreen } from "../../ui/index.js";

/** @typedef {import("../../generated/messages.js").BallotResult} Result */
/** @typedef {import("../../generated/messages.js").ResultRow} Row */

/** How many of each kind are shown; the table has them all. */
const SHOWN = 5;

/**
 * The result of the last ballot among these steps; null when none was closed with votes in it.
 *
 * @param {import("../../generated/messages.js").ResultStep[]} steps
 * @returns {Result | null}
 */
export function lastResult(steps) {
  const found = steps
    .map((step) => /** @type {any} */ (step.view)?.result)
    .filter((result) => result?.voters > 0);
  return found.at(-1) ?? null;
}

/**
 * Every idea as a point: how many people support it against how widely. The shape says the same as the colour.
 *
 * @param {{ rows: Row[] }} props
 */
function Points({ rows }) {
  const { t } = useScreen();
  const x = (/** @type {Row} */ row) => 60 + row.share * 560;
  const y = (/** @type {Row} */ row) => 350 - row.scale * 3.3;
  return (
    <svg
      class="res-points"
      viewBox="0 0 660 410"
      role="img"
      aria-label={t("Support in all against support across organisations; the table below has the numbers.")}
    >
      {[0, 25, 50, 75, 100].map((n) => (
        <g key={n} class="res-grid">
          <line x1="60" x2="620" y1={350 - n * 3.3} y2={350 - n * 3.3} />
          <text x="52" y={355 - n * 3.3} text-anchor="end">
            {n}
          </text>
          <text x={60 + n * 5.6} y="372" text-anchor="middle">
            {n}%
          </text>
        </g>
      ))}
      <text x="340" y="400" text-anchor="middle" class="res-axis">
        {t("share of the voters who support it")}
      </text>
      <text x="14" y="185" text-anchor="middle" transform="rotate(-90 14 185)" class="res-axis">
        {t("support across organisations")}
      </text>
      {rows.map((row) => (
        <g key={row.card} class={`res-point res-point-${row.label}`}>
          {row.label === "divides" ? (
            <rect
              x={x(row) - 9}
              y={y(row) - 9}
              width="18"
              height="18"
              transform={`rotate(45 ${x(row)} ${y(row)})`}
            />
          ) : (
            <circle cx={x(row)} cy={y(row)} r="11" />
          )}
          <text x={x(row)} y={y(row) + 4.5} text-anchor="middle">
            {row.place}
          </text>
        </g>
      ))}
    </svg>
  );
}

/**
 * @param {{ label: string, rows: Row[] }} props
 */
function Kind({ label, rows }) {
  const { t } = useScreen();
  const here = rows.filter((row) => row.label === label && row.points > 0);
  const shown = here.slice(0, SHOWN);
  if (here.length === 0) return null;
  return (
    <div>
      <h3>
        <SupportTag label={label} t={t} />
      </h3>
      <ul class="list res-list">
        {shown.map((row) => (
          <li key={row.card}>
            <span class="rank-place">{row.place}</span>
            {row.text}
          </li>
        ))}
      </ul>
      {here.length > shown.length && (
        <p class="soft small">{t("and {n} more", { n: here.length - shown.length })}</p>
      )}
    </div>
  );
}

/** What all partners carry, and what divides them. @param {{ result: Result }} props */
export function Support({ result }) {
  const { lang, t } = useScreen();
  if (result.organisations < 2) return null;
  const voted = result.rows.filter((row) => row.points > 0);
  return (
    <section class="res-part" data-phase="close">
      <h2>{t("What carried across organisations, and what divided")}</h2>
      <p class="res-say">
        {t(
          "Every organisation counts the same here, however many people it sent. High: all partners carry it. Low: only some do.",
        )}
      </p>
      <div class="res-two">
        <Points rows={voted} />
        <div class="stack">
          <Kind label="broad" rows={result.rows} />
          <Kind label="partly" rows={result.rows} />
          <Kind label="divides" rows={result.rows} />
        </div>
      </div>
      <Behind
        name="support"
        caption={t("Support per idea")}
        head={[
          t("Place"),
          t("Idea"),
          t("Support across organisations"),
          t("Voters"),
          t("Share"),
          t("Organisations with a majority"),
          t("In words"),
        ]}
        rows={result.rows.map((row) => [
          row.place,
          row.text,
          row.scale,
          row.voters,
          percent(row.share, lang),
          row.majority,
          supportWord(row.label, t),
        ])}
      />
    </section>
  );
}
