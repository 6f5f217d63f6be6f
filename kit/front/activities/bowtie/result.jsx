import { useScreen } from "../../ui/index.js";
import { Behind } from "../parts/behind.jsx";
import { Legend, WideDrawing } from "./drawing.jsx";
import { nameOf } from "./guide.js";
import { chains, domains, effects, levels, organisationName, statuses, wordFor } from "./marks.js";
import { Levels, Tells } from "./tells.jsx";

/**
 * @typedef {import("../../generated/messages.js").BowtieShared} View
 * @typedef {import("../../generated/messages.js").TieView} Tie
 * @typedef {import("../props.js").Props<View>} Props
 */

/** @param {Props} props */
export function Result({ shared, view, t }) {
  if (view.ties.length === 0) {
    const drawn = view.tally.some((one) => one.lines > 0);
    return (
      <p class="soft">{drawn ? t("Drawn, but not shown to the room.") : t("Nothing was drawn here.")}</p>
    );
  }
  return (
    <div class="stack">
      {view.ties.map((tie) => (
        <TieResult key={tie.team} tie={tie} step={shared.step?.id ?? "bowtie"} />
      ))}
      <Levels view={view} />
    </div>
  );
}

/** @param {{ tie: Tie, step: string }} props */
function TieResult({ tie, step }) {
  const { t } = useScreen();
  const name = t("Bowtie of {team}", { team: tie.team });
  return (
    <section class="stack">
      <h4>{name}</h4>
      {tie.whole && (
        <WideDrawing sheet={tie.whole} label={`${name}. ${t("The table below says the same.")}`} />
      )}
      <Legend />
      <Tells tie={tie} />
      <Same tie={tie} caption={name} file={`${step}-${tie.team}`} />
    </section>
  );
}

/**
 * The drawing as a table: what hangs on what, for who can't see it and for who wants to count.
 *
 * @param {{ tie: Tie, caption: string, file: string }} props
 */
export function Same({ tie, caption, file }) {
  const { shared, t } = useScreen();
  if (!shared) return null;
  const above = new Map(tie.nodes.map((one) => [one.id, one.text]));
  const rows = inOrder(tie).map(({ element, text, parent, marks }) => [
    nameOf(element, t).one,
    text,
    above.get(parent ?? "") ?? "",
    organisationName(shared, marks.organisation),
    marks.lead,
    wordFor(statuses(t), marks.status),
    wordFor(effects(t), marks.effect),
    wordFor(levels(t), marks.prevention),
    wordFor(domains(t), marks.domain),
    wordFor(chains(element, t), marks.chain),
  ]);
  const head = [
    t("Part"),
    t("Text"),
    t("Belongs to"),
    t("Owner"),
    t("Lead"),
    t("Is it there?"),
    t("How well does it work?"),
    t("For whom?"),
    t("Domain"),
    t("Link in the safety chain"),
  ];
  return <Behind name={file} caption={caption} head={head} rows={rows} />;
}

/**
 * The elements as one reads them: a line, its measures, and what hangs on those.
 *
 * @param {Tie} tie
 */
export function inOrder(tie) {
  /** @type {(parent: string | null) => Tie["nodes"]} */
  const under = (parent) =>
    tie.nodes.filter((one) => one.parent === parent).flatMap((one) => [one, ...under(one.id)]);
  const rank = ["hazard", "top_event", "threat", "consequence"];
  const roots = tie.nodes.filter((one) => one.parent === null);
  return roots
    .sort((a, b) => rank.indexOf(a.element) - rank.indexOf(b.element))
    .flatMap((one) => [one, ...under(one.id)]);
}
