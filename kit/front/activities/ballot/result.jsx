import { percent, useScreen } from "../../ui/index.js";
import { Behind } from "../parts/behind.jsx";
import { supportWord } from "../parts/words.js";
import { MostVotes, Spent } from "./budget.jsx";
import { Duels } from "./duels.jsx";
import { ruleWord } from "./facts.js";
import { Ranking } from "./ranking.jsx";
import { votersWord } from "./words.js";

const SHOWN = 5;

/** @typedef {import("../../generated/messages.js").BallotShared} View */
/** @typedef {import("../../generated/messages.js").ResultRow} Row */
/** @typedef {import("../props.js").Props<View>} Props */
/** @typedef {import("../../ui/text.js").Translate} Translate */

/**
 * The columns of the table that go with the method of a vote: what each is called, and what stands in it.
 *
 * @param {View} view
 * @param {string} lang
 * @param {Translate} t
 * @returns {[string, (row: Row) => string | number][]}
 */
function columnsOf(view, lang, t) {
  const tables = view.result?.tables;
  const share = (/** @type {number} */ part) => percent(part, lang);
  /** @type {Record<string, [string, (row: Row) => string | number][]>} */
  const own = {
    dots: [[t("Dots"), (row) => row.points]],
    approval: [
      [t("For"), (row) => row.voters],
      [t("Neutral"), (row) => row.answered - row.voters - row.against],
      [t("Against"), (row) => row.against],
    ],
    ranking: [
      [t("Comes before"), (row) => row.wins ?? 0],
      [t("Points by place (Borda)"), (row) => row.points],
    ],
    score: [
      [t("Mean mark"), (row) => row.mark ?? 0],
      [t("Middle mark"), (row) => row.middle ?? 0],
      [t("Mean of all marks"), (row) => row.points],
    ],
    budget: [
      [t("Cost"), (row) => row.cost ?? 0],
      [t("Chosen"), (row) => (row.chosen ? t("yes") : t("no"))],
    ],
  };
  return [
    [t("Place"), (row) => row.place],
    [t("Text"), (row) => row.text],
    ...(own[view.method] ?? []),
    [t("Voters"), (row) => row.voters],
    [t("Share"), (row) => share(row.share)],
    [tables ? t("Support across tables") : t("Support across organisations"), (row) => row.scale],
    [tables ? t("Tables that support it") : t("Organisations with a majority"), (row) => row.majority],
    [t("Lowest share"), (row) => share(row.lowest)],
    [t("In words"), (row) => supportWord(row.label, t)],
  ];
}

/** @param {Props} props */
export function Result({ shared, view, t }) {
  const { lang } = useScreen();
  if (!view.result) return <p class="soft">{t("The vote is still open.")}</p>;
  const { rows, voters } = view.result;
  const columns = columnsOf(view, lang, t);
  if (rows.some((row) => row.chance != null))
    columns.push([t("Chance to be among the chosen"), (row) => percent(row.chance ?? 0, lang)]);
  const chosen = rows.filter((row) => row.chosen).length;
  return (
    <div class="stack">
      <p class="soft">
        {votersWord(view.result, t)} {ruleWord(view, t)}
      </p>
      <Spent view={view} t={t} />
      <Ranking view={view} t={t} most={Math.max(SHOWN, chosen)} />
      <MostVotes view={view} t={t} />
      <Duels view={view} t={t} />
      {voters > 0 && (
        <Behind
          name={`votes-${shared.step?.id ?? "ballot"}`}
          caption={t("The whole ranking")}
          head={columns.map(([label]) => label)}
          rows={rows.map((row) => columns.map(([, cell]) => cell(row)))}
        />
      )}
    </div>
  );
}
