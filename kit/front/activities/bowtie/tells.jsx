import { useState } from "preact/hooks";
import { Button, Icon, percent, useScreen } from "../../ui/index.js";
import { Scroll } from "../parts/scroll.jsx";
import { Choice } from "./form.jsx";
import { nameOf } from "./guide.js";
import { domains, gapsWord, linesWord, organisationName, wordFor } from "./marks.js";
import "./tells.css";

/**
 * @typedef {import("../../generated/messages.js").BowtieShared} View
 * @typedef {import("../../generated/messages.js").TieView} Tie
 */

/**
 * Whose bowtie is shown, where there are several.
 *
 * @param {{ view: View, seen: string, see: (team: string) => void }} props
 */
export function Tables({ view, seen, see }) {
  const { t } = useScreen();
  if (view.ties.length < 2) return null;
  const tally = new Map(view.tally.map((one) => [one.team, one]));
  return (
    <div class="row tie-tables">
      {view.ties.map(({ team }) => (
        <Button
          key={team}
          small
          kind={team === seen ? "secondary" : "quiet"}
          aria-pressed={team === seen ? "true" : "false"}
          onClick={() => see(team)}
        >
          {team}
          <small>
            {" "}
            {linesWord(tally.get(team)?.lines ?? 0, t)}, {gapsWord(tally.get(team)?.gaps ?? 0, t)}
          </small>
        </Button>
      ))}
    </div>
  );
}

/**
 * What a bowtie tells, in sentences.
 *
 * @param {{ tie: Tie }} props
 */
export function Tells({ tie }) {
  const { shared, lang, t } = useScreen();
  const told = tie.tells;
  const text = (/** @type {string} */ id) => tie.nodes.find((one) => one.id === id)?.text ?? "";
  const lines = told.threats + told.consequences;
  const measures = told.left + told.right;
  const across = new Set(told.links.map(({ line }) => line)).size;
  const care = new Set(told.links.filter((link) => link.care).map(({ line }) => line)).size;
  if (!shared || lines === 0) return null;
  return (
    <ul class="list tie-tells">
      <Fact
        alert={told.gaps.length > 0}
        value={String(told.gaps.length)}
        what={t("gaps: lines without a measure")}
      >
        {told.gaps.map(text)}
      </Fact>
      <Fact
        alert={told.weak.length + told.bare.length > 0}
        value={String(told.weak.length + told.bare.length)}
        what={t("weak: works badly, or has a weak spot without support")}
      >
        {[...told.weak, ...told.bare].map(text)}
      </Fact>
      {told.ownership != null && (
        <Fact
          alert={told.ownership < 1}
          value={percent(told.ownership, lang)}
          what={t("of the {n} measures have an owner", { n: measures })}
        />
      )}
      {told.largest && told.dependence != null && (
        <Fact
          alert={told.leans}
          value={percent(told.dependence, lang)}
          what={
            told.leans
              ? t("is owned by {name}. That is more than half.", {
                  name: organisationName(shared, told.largest),
                })
              : t("is the largest share of one organisation: {name}", {
                  name: organisationName(shared, told.largest),
                })
          }
        />
      )}
      <Fact
        alert={measures > 0 && (told.left === 0 || told.right === 0)}
        value={`${told.left} | ${told.right}`}
        what={t("measures before | measures after")}
      />
      <Fact
        wide
        value={String(across)}
        what={t("lines with a measure from another domain; {n} between care and safety", { n: care })}
      >
        {told.links.map(
          (link) =>
            `${text(link.line)} (${wordFor(domains(t), link.of)}) ← ${text(link.measure)} (${wordFor(domains(t), link.by)})`,
        )}
      </Fact>
    </ul>
  );
}

/**
 * @param {{ value: string, what: string, alert?: boolean, wide?: boolean, children?: string[] }} props `alert`: worth a talk
 */
function Fact({ value, what, alert = false, wide = false, children = [] }) {
  const { t } = useScreen();
  return (
    <li class={alert ? "tie-alert" : wide ? "tie-across" : ""}>
      <p>
        <strong>{value}</strong>{" "}
        <span>
          {what}
          {alert && <Icon name="alert" label={t("worth a talk")} />}
        </span>
      </p>
      {children.length > 0 && (
        <ul>
          {children.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </li>
  );
}

/**
 * Who does what at which level: empty cells are what nobody does.
 *
 * @param {{ view: View }} props
 */
export function Levels({ view }) {
  const { t } = useScreen();
  const most = Math.max(1, ...view.levels.flatMap((row) => row.counts));
  const heads = [t("For everyone"), t("For groups at risk"), t("At first signs"), t("If it goes wrong")];
  if (view.levels.length === 0) return null;
  return (
    <Scroll class="tie-levels-box" label={t("Who does what at which level?")}>
      <table class="tie-levels">
        <caption>{t("Who does what at which level?")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("Owner")}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.levels.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name || <em>{t("no owner yet")}</em>}</th>
              {row.counts.map((n, i) => (
                <td key={heads[i]} style={{ "--heat": n / most }} class={n > 0 ? "tie-hot" : ""}>
                  {n || <span class="soft">0</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/**
 * Ideas of later steps that may go on a line of this bowtie.
 *
 * @param {{ tie: Tie, folded?: boolean }} props
 */
export function Ideas({ tie, folded = false }) {
  const { t } = useScreen();
  if (tie.ideas.length === 0 || tie.nodes.length === 0) return null;
  return (
    <details class="tie-ideas" open={!folded}>
      <summary>{t("Ideas to put on a line: {n}", { n: tie.ideas.length })}</summary>
      <ul class="list">
        {tie.ideas.map((idea) => (
          <Idea key={idea.card} idea={idea} tie={tie} />
        ))}
      </ul>
    </details>
  );
}

/** @param {{ idea: Tie["ideas"][number], tie: Tie }} props */
function Idea({ idea, tie }) {
  const { shared, send, t } = useScreen();
  const places = tie.nodes.filter(({ element }) => ["threat", "consequence", "escal"].includes(element));
  const home = tie.nodes.find(({ id }) => id === idea.node);
  const line = home && ["prev", "recov"].includes(home.element) ? home.parent : home?.id;
  const [node, choose] = useState(line ?? "");
  return (
    <li>
      <p>{idea.text}</p>
      <Choice
        hideLabel
        label={t("For: {text}", { text: idea.text })}
        value={node}
        none={t("Choose a line")}
        choices={places.map((one) => [one.id, `${nameOf(one.element, t).one}: ${one.text}`])}
        choose={choose}
      />
      <Button
        icon="add"
        disabled={!node}
        onClick={() => send({ kind: "place_idea", step: shared?.step?.id, card: idea.card, node })}
      >
        {t("Put it there")}
      </Button>
    </li>
  );
}
