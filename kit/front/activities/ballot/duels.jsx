import { Scroll } from "../parts/scroll.jsx";
import "./duels.css";

/**
 * Whether counting points by place would have put another card first.
 *
 * @param {{
 *   rows: import("../../generated/messages.js").ResultRow[],
 *   t: import("../../ui/text.js").Translate,
 * }} props
 */
function Check({ rows, t }) {
  const best = [...rows].sort((a, b) => b.points - a.points)[0];
  return (
    <>
      {best.points === rows[0].points
        ? t("Points by place (Borda) put the same card first.")
        : t("Points by place (Borda) would put number {n} first: talk about both.", { n: best.place })}
    </>
  );
}

/**
 * Every card against every other: how many people put the one of the row above the one of the column.
 *
 * @param {{ view: import("../../generated/messages.js").BallotShared, t: import("../../ui/text.js").Translate }} props
 */
export function Duels({ view, t }) {
  const { rows = [], duels, voters = 0 } = view.result ?? {};
  if (!duels || voters === 0 || rows.length < 2) return null;
  return (
    <details class="duels">
      <summary>{t("One against one")}</summary>
      <p class="soft small">
        {t("How many people put the card of the row above the card of the column? Bold wins.")}{" "}
        <Check rows={rows} t={t} />
      </p>
      <Scroll class="duels-scroll" label={t("One against one")}>
        <table>
          <caption class="hush">{t("One against one")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("Card")}</th>
              {rows.map((row) => (
                <th key={row.card} scope="col">
                  {row.place}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, y) => (
              <tr key={row.card}>
                <th scope="row">
                  {row.place}. {row.text}
                </th>
                {rows.map((other, x) => (
                  <td key={other.card} class={duels[y][x] > duels[x][y] ? "duel-won" : ""}>
                    {x === y ? "–" : duels[y][x]}
                    {duels[y][x] > duels[x][y] && <span class="hush"> {t("wins")}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
