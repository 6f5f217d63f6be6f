import { SupportTag } from "../../activities/parts/support.jsx";
import { useScreen } from "../../ui/index.js";

/** @typedef {import("../../generated/messages.js").BallotResult} Result */
/** @typedef {import("../../generated/messages.js").ResultRow} Row */

/** How many of each kind are shown; the figure below has them all. */
const SHOWN = 5;

/**
 * @param {{ label: string, rows: Row[] }} props
 */
function Kind({ label, rows }) {
  const { t } = useScreen();
  const here = rows.filter((row) => row.label === label && row.points > 0);
  const shown = here.slice(0, SHOWN);
  if (here.length === 0) return null;
  return (
    <div class="res-kind">
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
  const { t } = useScreen();
  return (
    <>
      <p class="res-say">
        {t(
          "Every organisation counts the same here, however many people it sent. High: all partners carry it. Low: only some do.",
        )}
      </p>
      <div class="res-kinds">
        <Kind label="broad" rows={result.rows} />
        <Kind label="partly" rows={result.rows} />
        <Kind label="divides" rows={result.rows} />
      </div>
    </>
  );
}
