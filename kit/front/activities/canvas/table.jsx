import { useState } from "preact/hooks";
import { Button } from "../../ui/index.js";
import { Merge, usePick } from "../parts/merge.jsx";
import { cardsWord } from "../parts/words.js";
import { byField } from "./fields.js";
import { gridFor, rowsFor } from "./layout.js";
import { Hints } from "./marks.jsx";
import { Deck, Offers, Round } from "./prompts.jsx";
import { Axis, Zone } from "./table_zone.jsx";
import { Timeline } from "./timeline.jsx";
import "./layouts.css";
import "./table.css";

/** @typedef {import("../../generated/messages.js").CanvasShared} View */
/** @typedef {import("../../generated/messages.js").CanvasMine} Own */
/** @typedef {import("../../generated/messages.js").CanvasCard} CanvasCard */
/** @typedef {import("../../generated/messages.js").Shared} Shared */
/** @typedef {import("../props.js").Props<View, Own>} Props */

/**
 * Whose cards are shown, once the room may see all tables' cards.
 *
 * @param {{ shared: Shared, seen: string, see: (team: string) => void, t: Props["t"] }} props
 */
function Teams({ shared, seen, see, t }) {
  if (shared.step?.per !== "team" || !shared.step.revealed || shared.teams.length < 2) return null;
  return (
    <div class="row">
      {["", ...shared.teams.map((one) => one.name)].map((name) => (
        <Button
          key={name}
          small
          kind={seen === name ? "secondary" : "quiet"}
          aria-pressed={seen === name ? "true" : "false"}
          onClick={() => see(name)}
        >
          {name || t("All tables")}
        </Button>
      ))}
    </div>
  );
}

/**
 * What a table must know about this canvas now, in one line.
 *
 * @param {Props} props
 */
function Hint({ shared, view, own, t }) {
  const step = shared.step;
  let text = "";
  if (step?.hidden && view.total > 0 && view.cards.length === 0) {
    text = t("{cards} so far. The trainer shows them later.", { cards: cardsWord(view.total, t) });
  } else if (step?.status === "open" && step.per !== "team") {
    text = t("Everyone writes on their own phone in this step.");
  } else if (step?.status === "open" && own?.left === 0) {
    text = t("Your table has used all {n} cards.", { n: view.limit });
  } else if (step?.status === "open" && own?.left != null) {
    text = view.take_over
      ? t("Tap an idea to take it over. {cards} left for your table", { cards: cardsWord(own.left, t) })
      : t("{cards} left for your table", { cards: cardsWord(own.left, t) });
  }
  return (
    <p class="canvas-hint" role="status">
      {text}
    </p>
  );
}

/**
 * What to work from: what an earlier step found, or a card to draw.
 *
 * @param {Props & { parent: string | undefined, build: (offer: import("./composer.jsx").Parent) => void }} props
 */
function Prompts({ shared, view, parent, build }) {
  const open = shared.step?.status === "open";
  if (!open || view.offers.length + view.deck.length === 0) return null;
  return (
    <div class="canvas-prompts">
      <Deck view={view} begin={shared.teams.findIndex((one) => one.name === shared.team)} />
      <Offers view={view} chosen={parent} choose={build} />
    </div>
  );
}

/**
 * The whole canvas of one table: all zones at once.
 *
 * @param {Props} props
 */
export function Table(props) {
  const { shared, view, own, send, t } = props;
  const [seen, see] = useState("");
  const [picking, pick] = useState(false);
  const [parent, build] = useState(/** @type {import("./composer.jsx").Parent | null} */ (null));
  const step = shared.step;
  const writable = step?.status === "open" && step.per === "team" && shared.team != null;
  const cards = seen ? view.cards.filter((card) => card.team === seen) : view.cards;
  const ours = cards.filter((card) => writable && card.team === shared.team);
  const choice = usePick(ours);
  const work = {
    view,
    cards,
    step: step?.id ?? "",
    named: step?.per === "team" && step.revealed && !seen,
    mayAdd: writable && own?.left !== 0,
    mayEdit: (/** @type {CanvasCard} */ card) => !picking && ours.includes(card),
    pick: picking ? choice : null,
    parent: writable ? parent : null,
    built: () => build(null),
    send,
  };
  const stop = () => {
    choice.clear();
    pick(false);
  };
  const start = (/** @type {import("./composer.jsx").Parent} */ one) =>
    build(one.id === parent?.id ? null : one);
  const take = (/** @type {import("./composer.jsx").Parent} */ one) => {
    if (!work.mayAdd || view.cards.some((card) => card.parent === one.id)) return;
    send({ kind: "add_card", step: step?.id, zone: view.zones[0]?.id, text: one.text, parent: one.id });
  };
  return (
    <div class="canvas-table">
      {view.focus.length > 0 && (
        <div class="canvas-focus">
          {view.focus.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      )}
      <div class="canvas-top">
        <Round view={view} own={own} />
        <Hint {...props} />
        <Hints hints={own?.tips} />
        <Teams shared={shared} seen={seen} see={see} t={t} />
        {ours.length > 1 && !picking && (
          <Button small kind="quiet" icon="merge" class="canvas-pick" onClick={() => pick(true)}>
            {t("Merge cards")}
          </Button>
        )}
      </div>
      <div class="canvas-middle">
        <Prompts {...props} parent={parent?.id} build={view.take_over ? take : start} />
        {view.layout === "timeline" ? <Timeline {...work} /> : <Zones {...work} />}
      </div>
      {picking && <Merge cards={choice.picked} clear={stop} max={4 * view.max_chars} />}
    </div>
  );
}

/**
 * The zones as the canvas has them laid out; those aside stand in a column of their own.
 *
 * @param {import("./table_zone.jsx").Work} work
 */
function Zones(work) {
  const { view } = work;
  const [busy, grow] = useState("");
  const zones = view.zones.filter((zone) => !zone.aside);
  const aside = view.zones.filter((zone) => zone.aside);
  const place = {
    "--across": gridFor(zones.length, view.layout),
    "--rows": rowsFor(zones, busy, view.layout),
  };
  const all = byField(work.cards);
  const one = (/** @type {import("./fields.js").Zone} */ zone) => (
    <Zone
      key={zone.id}
      {...work}
      zone={zone}
      shown={work.cards.filter((_, i) => all[i]?.zone === zone.id)}
      grow={grow}
    />
  );
  return (
    <>
      <div class="canvas-zones" style={place} data-zones={zones.length} data-layout={view.layout}>
        {view.up && <Axis axis={view.up} side="up" />}
        {view.across && <Axis axis={view.across} side="across" />}
        {zones.map(one)}
      </div>
      {aside.length > 0 && <div class="canvas-aside">{aside.map(one)}</div>}
    </>
  );
}
