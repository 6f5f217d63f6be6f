import { Behind } from "../parts/behind.jsx";
import { supportWord } from "../parts/words.js";
import { Ranking } from "./ranking.jsx";

const SHOWN = 5;

/** @typedef {import("../../generated/messages.js").BallotShared} View */
/** @typedef {import("../props.js").Props<View>} Props */

/** @param {Props} props */
export function Result({ shared, view, t }) {
  if (!view.result) return <p class="soft">{t("The vote is still open.")}</p>;
  const { rows, voters, organisations } = view.result;
  return (
    <div class="stack">
      <p class="soft">{t("{n} voters from {k} organisations.", { n: voters, k: organisations })}</p>
      <Ranking result={view.result} t={t} most={SHOWN} />
      {voters > 0 && (
        <Behind
          name={`votes-${shared.step?.id ?? "ballot"}`}
          caption={t("The whole ranking")}
          head={[
            t("Place"),
            t("Text"),
            t("Dots"),
            t("Voters"),
            t("Support across organisations"),
            t("In words"),
          ]}
          rows={rows.map((row) => [
            row.place,
            row.text,
            row.points,
            row.voters,
            row.scale,
            supportWord(row.label, t),
          ])}
        />
      )}
    </div>
  );
}
