import { Button, Icon, useScreen } from "../../ui/index.js";
import { ChartDrawing } from "../parts/chart.jsx";
import { Turnout } from "../parts/turnout.jsx";
import { Discuss } from "./discuss.jsx";
import { Legend } from "./legend.jsx";
import { placeWord, wasWord } from "./words.js";
import "./console.css";

/** @typedef {import("./place.js").View} View */
/** @typedef {import("../props.js").Props<View>} Props */
/** @typedef {import("../../generated/messages.js").GridResult} Result */

/** @param {Props} props */
export function Console(props) {
  const { shared, view, t } = props;
  if (view.result) return <Closed {...props} result={view.result} />;
  if (shared.step?.status === "open") return <Progress {...props} />;
  return (
    <p class="soft">{t("Merge what says the same before you open the step: the list is fixed then.")}</p>
  );
}

/** How far people are: how many are done, and with which cards. @param {Props} props */
function Progress({ shared, view, t }) {
  const { begun, done } = { begun: view.begun ?? 0, done: view.done ?? 0 };
  const of = Math.max(begun, shared.counts.ready_of || shared.counts.joined);
  const asked = view.again.length > 0 ? view.again : view.cards.map(({ card }) => card);
  return (
    <div class="stack" data-phase={shared.step?.phase}>
      <Turnout
        says={t("{n} of {of} have placed all", { n: done, of })}
        what={t("Who has placed all")}
        done={done}
        of={of}
      >
        <p class="soft small">
          {view.round > 1 && `${t("Round {n}.", { n: view.round })} `}
          {begun > done && `${t("At work: {n}.", { n: begun - done })} `}
          {t("Nobody sees where the cards lie until you close the step.")}
        </p>
      </Turnout>
      <details class="grid-counts" open={asked.length <= 8}>
        <summary>{t("Cards to place: {n}", { n: asked.length })}</summary>
        <ol>
          {view.cards
            .filter(({ card }) => asked.includes(card))
            .map(({ card, text }) => (
              <li key={card}>
                {text} <span class="soft">({view.counts[card] ?? 0}×)</span>
              </li>
            ))}
        </ol>
      </details>
    </div>
  );
}

/** @param {Props & { result: Result }} props */
function Closed({ shared, view, result, send, t }) {
  if (result.rows.length === 0) return <p class="soft">{t("Nobody placed a card.")}</p>;
  const apart = result.rows.filter((row) => row.discuss.length > 0);
  const again = async () => {
    const begun = await send({ kind: "next_round", step: shared.step?.id });
    if (begun.ok) await send({ kind: "open", step: shared.step?.id });
  };
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
      {apart.length > 0 && (
        <section class="grid-talk">
          <h2>
            <Icon name="split" /> {t("Talk about this first")}
          </h2>
          <p>
            {result.tables
              ? t("Tables lie far apart here. Ask both sides what they see.")
              : t("Organisations lie far apart here. Ask both sides what they see.")}
          </p>
          <Discuss view={view} rows={apart} tables={result.tables} />
        </section>
      )}
      <div class="grid-next">
        <Button icon="play" onClick={again}>
          {t("Begin round {n}", { n: view.round + 1 })}
        </Button>
        <p class="soft small">
          {apart.length > 0
            ? t("Everyone looks once more at the cards to talk about. The first round is kept.")
            : t("Everyone looks at all cards once more. The first round is kept.")}
        </p>
      </div>
      <Shifted view={view} rows={result.rows.filter((row) => row.was.length > 0)} t={t} />
      {result.figure && <ChartDrawing chart={result.figure} />}
      <Legend view={view} rows={result.rows} />
      <Unplaced texts={result.unplaced} t={t} />
    </div>
  );
}

/**
 * What the talk changed: where cards lay after the round before, and where they lie now.
 *
 * @param {{ view: View, rows: Result["rows"], t: Props["t"] }} props
 */
function Shifted({ view, rows, t }) {
  const { lang } = useScreen();
  if (view.round === 1) return null;
  return (
    <section class="grid-shifted">
      <h3>{t("What shifted")}</h3>
      {rows.length === 0 && <p class="soft">{t("Nothing: all cards lie where they lay.")}</p>}
      <ul class="list">
        {rows.map((row) => (
          <li key={row.card}>
            <strong>{row.place}</strong> {row.text}
            <br />
            <span class="soft">
              {wasWord(view, row, lang)} → {placeWord(view, row, lang)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** @param {{ texts: string[], t: Props["t"] }} props */
export function Unplaced({ texts, t }) {
  if (texts.length === 0) return null;
  return (
    <section>
      <h3>{t("Not placed by anybody")}</h3>
      <ul>
        {texts.map((text, i) => (
          <li key={i}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
