import { number, useScreen } from "../../ui/index.js";
import { Behind } from "../parts/behind.jsx";
import { Unplaced } from "./console.jsx";
import { Diagram } from "./diagram.jsx";
import { Legend } from "./legend.jsx";
import { regionOf, wasWord } from "./words.js";
import "./result.css";

/** @typedef {import("./place.js").View} View */
/** @typedef {import("../props.js").Props<View>} Props */

/** @param {Props} props */
export function Result({ shared, view, t }) {
  const { lang } = useScreen();
  const { result } = view;
  if (!result) return <p class="soft">{t("The cards are still being placed.")}</p>;
  if (result.rows.length === 0) return <p class="soft">{t("Nobody placed a card.")}</p>;
  const between = (/** @type {number} */ low, /** @type {number} */ high) =>
    t("{low} to {high}", { low: number(low, lang, 2), high: number(high, lang, 2) });
  return (
    <div class="stack">
      <p class="soft">
        {view.round > 1 && `${t("After round {n}.", { n: view.round })} `}
        {result.tables
          ? t("Tables: {n}. Every table counts the same.", { n: result.voices })
          : t("Participants: {n}. Organisations: {k}. Every organisation counts the same.", {
              n: result.people,
              k: result.voices,
            })}
      </p>
      <div class="grid-result">
        <Diagram view={view} rows={result.rows} />
        <Legend view={view} rows={result.rows} />
      </div>
      <Unplaced texts={result.unplaced} t={t} />
      <Behind
        name={`placements-${shared.step?.id ?? "grid"}`}
        caption={t("Where all cards lie")}
        head={[
          t("Number"),
          t("Text"),
          view.x.title,
          view.y.title,
          t("Region"),
          t("{axis}: middle half", { axis: view.x.title }),
          t("{axis}: middle half", { axis: view.y.title }),
          t("People"),
          t("Talk about this first"),
          t("The round before"),
        ]}
        rows={result.rows.map((row) => [
          row.place,
          row.text,
          row.x_sign || row.x,
          row.y_sign || row.y,
          regionOf(view, row.region)?.title ?? "",
          between(row.x_low, row.x_high),
          between(row.y_low, row.y_high),
          row.people,
          row.discuss.length > 0 ? t("yes") : t("no"),
          wasWord(view, row, lang),
        ])}
      />
    </div>
  );
}
