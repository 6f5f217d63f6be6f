import { useState } from "preact/hooks";
import { Button, Field, Icon, useDraft, useNow, useScreen } from "../../ui/index.js";
import { Scroll } from "../parts/scroll.jsx";
import { gather } from "./own.js";
import { HARVEST, keepWords, stage, themeOf, zonesWord, zoneWord } from "./words.js";
import "./table.css";

/** @typedef {import("../../generated/messages.js").CafeShared} View */
/** @typedef {import("../../generated/messages.js").CafeMine} Own */
/** @typedef {import("../props.js").Props<View, Own>} Props */
/** @typedef {import("./own.js").OwnCard} OwnCard */

/**
 * Write a note of some kind, or change one. Enter sends, Escape leaves.
 *
 * @param {{ zone: string, card?: OwnCard, max: number, done: () => void }} props
 */
function Writer({ zone, card, max, done }) {
  const { shared, send, t } = useScreen();
  const draft = useDraft(`${shared?.step?.id}/${zone}/table`);
  const change = useState(card?.text ?? "");
  const [text, type] = card ? change : draft;
  const [error, fail] = useState("");
  const fits = text.trim().length > 0 && text.length <= max;
  const save = async () => {
    const sent = text;
    if (!fits) return;
    type("");
    const outcome = await send(
      card
        ? { kind: "edit_card", card: card.id, text: sent }
        : { kind: "add_card", step: shared?.step?.id, zone, text: sent },
    );
    fail(outcome.ok ? "" : outcome.error.message);
    if (!outcome.ok) type(sent);
    else if (card || zone === "question") done();
  };
  return (
    <form
      class="cafe-writer"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") done();
        if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
        if (!(event.target instanceof HTMLTextAreaElement)) return;
        event.preventDefault();
        save();
      }}
    >
      <Field
        hideLabel
        label={zoneWord(zone, t)}
        value={text}
        onInput={type}
        {...{ max, error }}
        lines={2}
        autoFocus
      />
      <span class="row">
        <Button type="submit" kind="primary" small icon={card ? "check" : "add"} disabled={!fits}>
          {card ? t("Save card") : t("Put on the table")}
        </Button>
        {card && (
          <Button
            kind="danger"
            small
            icon="trash"
            label={t("Take card back")}
            onClick={async () => {
              const outcome = await send({ kind: "withdraw_card", card: card.id });
              if (outcome.ok) done();
            }}
          />
        )}
        <Button kind="quiet" small onClick={done}>
          {card ? t("Cancel") : t("Done")}
        </Button>
      </span>
    </form>
  );
}

/**
 * One kind of note with all of this round; a harvest shows the places that are still free.
 *
 * @param {{ zone: string, cards: OwnCard[], free: number | null, max: number, open: boolean }} props
 */
function Kind({ zone, cards, free, max, open }) {
  const { t } = useScreen();
  const [writes, write] = useState(false);
  const [edits, edit] = useState("");
  const may = open && free !== 0;
  return (
    <section class={`cafe-kind-of ${free == null ? "" : "cafe-slots"}`} aria-label={zonesWord(zone, t)}>
      <header>
        <h2>{zonesWord(zone, t)}</h2>
        {free != null && (
          <span class="soft small">{free === 0 ? t("full") : t("{n} left", { n: free })}</span>
        )}
        {may && (
          <button
            type="button"
            class="cafe-plus"
            aria-label={t("Add a card: {zone}", { zone: zoneWord(zone, t) })}
            aria-expanded={writes ? "true" : "false"}
            onClick={() => write(!writes)}
          >
            <Icon name="add" />
          </button>
        )}
      </header>
      {writes && may && <Writer zone={zone} max={max} done={() => write(false)} />}
      <ul class="list">
        {cards.map((card) => (
          <li key={card.id}>
            {edits === card.id && open ? (
              <Writer zone={zone} card={card} max={max} done={() => edit("")} />
            ) : open && !card.sending && card.merged.length === 0 ? (
              <button
                type="button"
                class="cafe-slip"
                aria-label={t("Change: {text}", { text: card.text })}
                onClick={() => edit(card.id)}
              >
                <span>{card.text}</span>
                <Icon name="edit" />
              </button>
            ) : (
              <p class="cafe-slip">
                <span>{card.text}</span>
                {card.sending && <small>{t("Being sent…")}</small>}
              </p>
            )}
          </li>
        ))}
        {open &&
          Array.from({ length: free ?? 0 }, (_, i) => (
            <li key={i} class="cafe-free" aria-hidden="true">
              {zoneWord(zone, t)} {cards.length + i + 1}
            </li>
          ))}
      </ul>
    </section>
  );
}

/** @param {{ view: View, cards: OwnCard[], t: Props["t"] }} props */
function Earlier({ view, cards, t }) {
  const rounds = [...new Set(cards.map((card) => card.round ?? 0))].sort((a, b) => b - a);
  return (
    <section class="cafe-earlier" aria-label={t("What did those before you think?")}>
      <header>
        <h2>{t("What did those before you think?")}</h2>
      </header>
      {cards.length === 0 && <p class="soft">{t("This is the first round at this table.")}</p>}
      {rounds.map((round) => (
        <section key={round}>
          <h3>
            {t("Round {n}", { n: round })}{" "}
            <span class="soft">{themeOf(view, { round, table: null })?.title}</span>
          </h3>
          <ul class="list">
            {cards
              .filter((card) => card.round === round)
              .sort((a, b) => Number(HARVEST.includes(b.zone)) - Number(HARVEST.includes(a.zone)))
              .map((card) => (
                <li key={card.id} class={HARVEST.includes(card.zone) ? "cafe-strong" : ""}>
                  <small>{zoneWord(card.zone, t)}</small> {card.text}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/**
 * The sheet on the table: the question, what is said now, what is kept, and what those before said.
 *
 * @param {Props} props
 */
export function Table({ shared, view, own, t }) {
  const { pending } = useScreen();
  const step = shared.step;
  const now = useNow(step?.timer.ends != null);
  const at = stage(view, step?.timer, now);
  const here = view.tables.find((table) => table.name === shared.team);
  const theme = view.themes.find((one) => one.id === view.theme);
  if (step?.status === "closed") return <Closed view={view} t={t} />;
  if (view.round === 0 || !here) {
    return (
      <p class="cafe-wait">
        {view.round === 0
          ? t("In a moment every phone says who sits at this table.")
          : t("In this café nobody sits at this table. Join another one.")}
      </p>
    );
  }
  const cards = gather(view.cards, own?.cards ?? [], pending, step?.id, view.round);
  const fresh = cards.filter((card) => card.round === view.round);
  const open = step?.status === "open";
  return (
    <div class="cafe-sheet">
      <div class="cafe-ask">
        <p>
          {t("Round {n} of {count}", { n: view.round, count: view.rounds })}
          {theme && ` · ${theme.title}`}
        </p>
        <p class="cafe-question">{theme?.question}</p>
        {at === "keep" && (
          <p class="cafe-hurry" role="status">
            <Icon name="clock" /> {t("Nearly time. Choose together: {what}.", { what: keepWords(view, t) })}
          </p>
        )}
      </div>
      <Scroll class="cafe-part" label={t("Notes")}>
        {view.zones
          .filter((zone) => !HARVEST.includes(zone))
          .map((zone) => (
            <Kind
              key={zone}
              {...{ zone, open }}
              max={view.max_chars}
              free={null}
              cards={fresh.filter((card) => card.zone === zone)}
            />
          ))}
      </Scroll>
      <Scroll class="cafe-part cafe-keeps" label={t("What we take along")}>
        <p class="cafe-part-name">{t("What we take along")}</p>
        {view.zones
          .filter((zone) => HARVEST.includes(zone))
          .map((zone) => (
            <Kind
              key={zone}
              {...{ zone, open }}
              max={view.max_chars}
              free={view.left[zone] ?? 0}
              cards={fresh.filter((card) => card.zone === zone)}
            />
          ))}
      </Scroll>
      <Scroll class="cafe-part cafe-past" label={t("What did those before you think?")}>
        <Earlier view={view} cards={cards.filter((card) => card.round !== view.round)} t={t} />
      </Scroll>
    </div>
  );
}

/** @param {{ view: View, t: Props["t"] }} props */
function Closed({ view, t }) {
  return (
    <Scroll class="cafe-closed" label={t("The harvest")}>
      {view.themes.map((theme) => {
        const cards = view.cards.filter((card) => themeOf(view, card)?.id === theme.id);
        return (
          <section key={theme.id} class="cafe-kind-of">
            <header>
              <h2>{theme.title}</h2>
              <span class="soft">{cards.length}</span>
            </header>
            <ul class="list">
              {cards.map((card) => (
                <li key={card.id} class="cafe-slip">
                  <span>{card.text}</span>
                  <small>{zoneWord(card.zone, t)}</small>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </Scroll>
  );
}
