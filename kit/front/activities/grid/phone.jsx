import { useEffect, useRef, useState } from "preact/hooks";
import { Between } from "../../phone/between.jsx";
import { Button, Dock, Icon, useScreen } from "../../ui/index.js";
import { Outcome } from "./outcome.jsx";
import { enough, pagesOf, pointOf } from "./place.js";
import { usePlaces } from "./places.js";
import { Ask } from "./scale.jsx";
import "./phone.css";

/**
 * @typedef {import("./place.js").View} View
 * @typedef {import("../../generated/messages.js").GridMine} Own
 * @typedef {ReturnType<typeof usePlaces>} Places
 */

/**
 * The grid on a phone: one card at a time; and once it is closed, what the room made of it.
 *
 * @param {import("../props.js").Props<View, Own>} props
 */
export function Phone({ shared, view, own }) {
  // Their order is the viewer's own, and it comes a moment after the step opened.
  const here = own && (own.order.length > 0 || view.cards.length === 0);
  if (shared.step?.status === "open" && here)
    return <Placing key={view.round} step={shared.step.id} view={view} own={own} />;
  if (view.result) return <Outcome view={view} result={view.result} placed={own?.placed ?? {}} />;
  return (
    <div class="stack">
      <Between />
    </div>
  );
}

/** @param {{ step: string, view: View, own: Own }} props */
function Placing({ step, view, own }) {
  const { mine, send } = useScreen();
  const places = usePlaces(step, view, own);
  const walk = view.again.length > 0 ? own.order.filter((card) => view.again.includes(card)) : own.order;
  const pages = pagesOf(view);
  const [at, go] = useState(() => ({ card: walk.find((card) => !places.isDone(card)) ?? "", page: 0 }));
  const [moves, move] = useState(0);
  const to = (/** @type {string} */ card, page = 0) => {
    go({ card, page });
    move(moves + 1);
  };
  const card = view.cards.find((one) => one.card === at.card);
  if (!card) return <Overview {...{ view, own, places, to, moves }} />;
  const n = walk.indexOf(card.card);
  const on = (/** @type {boolean} */ answered) => {
    if (answered && at.page + 1 < pages.length) return to(card.card, at.page + 1);
    const rest = walk.filter((one) => one !== card.card && !places.isDone(one));
    places.submit(card.card);
    // One who has placed all is done; that saves a tap. Anyone may still change it.
    const all = rest.length === 0 && enough(view, places.valueFor(card.card));
    if (all && !mine?.ready) send({ kind: "ready", step, ready: true });
    to(n < 0 ? "" : (walk[n + 1] ?? ""));
  };
  const back = () => {
    if (at.page > 0) return to(card.card, at.page - 1);
    places.submit(card.card);
    to(walk[n - 1] ?? "", n > 0 ? pages.length - 1 : 0);
  };
  return <One {...{ view, card, places, n, of: walk.length, page: at.page, on, back, moves, to }} />;
}

/**
 * One card with the questions about it.
 *
 * @param {{
 *   view: View,
 *   card: import("../../generated/messages.js").GridCard,
 *   places: Places,
 *   n: number,
 *   of: number,
 *   page: number,
 *   on: (answered: boolean) => void,
 *   back: () => void,
 *   to: (card: string) => void,
 *   moves: number,
 * }} props
 */
function One({ view, card, places, n, of, page, on, back, to, moves }) {
  const { t } = useScreen();
  const pages = pagesOf(view);
  const names = pages[page] ?? [];
  const value = places.valueFor(card.card);
  const ready = enough(view, value, names);
  const before = places.placed[card.card];
  const last = n === of - 1 && page === pages.length - 1;
  return (
    <>
      <div class="stack">
        <div class="place-where">
          <Heading moves={moves}>
            {n < 0 ? t("Change a card") : t("Card {n} of {count}", { n: n + 1, count: of })}
          </Heading>
          <p class="place-kept" role="status">
            {places.isDone(card.card) && <Icon name="check" label={t("kept")} />}
          </p>
          <Button kind="quiet" small onClick={() => to("")}>
            {t("All cards")}
          </Button>
          {n >= 0 && <progress max={of * pages.length} value={n * pages.length + page} aria-hidden="true" />}
        </div>
        <article class="place-card">
          <p>{card.text}</p>
          {card.merged.length > 0 && (
            <details class="note-merged">
              <summary>{t("Made of {n} cards", { n: card.merged.length })}</summary>
              <ul>
                {card.merged.map((text, i) => (
                  <li key={i}>{text}</li>
                ))}
              </ul>
            </details>
          )}
        </article>
        {before && before.round < view.round && (
          <p class="place-again">
            <Icon name="undo" /> {t("This is what you chose before. Is it still so?")}
          </p>
        )}
        {names.map((name) => (
          <Ask
            key={`${card.card}/${name}`}
            axis={view[name]}
            name={name}
            value={value}
            set={(next) => places.set(card.card, next)}
          />
        ))}
      </div>
      <Dock
        ready={false}
        main={
          <>
            {(n > 0 || page > 0) && <Button icon="back" label={t("Back")} onClick={back} />}
            <Button
              kind={ready ? "primary" : "secondary"}
              icon="next"
              class="place-on"
              onClick={() => on(ready)}
            >
              {ready ? (last || n < 0 ? t("Done, show all") : t("Go on")) : t("Skip")}
            </Button>
          </>
        }
      />
    </>
  );
}

/**
 * All cards with where this person placed them.
 *
 * @param {{ view: View, own: Own, places: Places, to: (card: string) => void, moves: number }} props
 */
function Overview({ view, own, places, to, moves }) {
  const { t } = useScreen();
  const left = own.order.filter((card) => !places.isDone(card));
  const sign = (/** @type {"x" | "y"} */ name, /** @type {number} */ value) =>
    `${view[name].title} ${pointOf(view[name], value).sign}`;
  return (
    <>
      <div class="stack">
        <Heading moves={moves}>
          {left.length === 0
            ? t("You have placed all cards")
            : left.length === 1
              ? t("1 card to go")
              : t("{n} cards to go", { n: left.length })}
        </Heading>
        <p class="soft">{t("You can change everything until the step closes.")}</p>
        <ul class="list place-all">
          {own.order.map((id) => {
            const placed = own.placed[id];
            const done = places.isDone(id);
            return (
              <li key={id}>
                <button type="button" class={done ? "place-done" : ""} onClick={() => to(id)}>
                  <Icon name={done ? "boxed" : "box"} />
                  <span>{view.cards.find((one) => one.card === id)?.text}</span>
                  <small>
                    {done && placed
                      ? `${sign("x", placed.x)} · ${sign("y", placed.y)}`
                      : done
                        ? t("Being sent…")
                        : t("not placed yet")}
                  </small>
                </button>
              </li>
            );
          })}
        </ul>
      </div>
      <Dock
        main={
          left[0] && (
            <Button kind="primary" icon="next" onClick={() => to(left[0] ?? "")}>
              {t("Place the rest")}
            </Button>
          )
        }
      />
    </>
  );
}

/** A heading that gets the focus when the page changes. @param {{ moves: number, children?: any }} props */
function Heading({ moves, children }) {
  const here = useRef(/** @type {HTMLHeadingElement | null} */ (null));
  useEffect(() => {
    if (moves === 0) return;
    window.scrollTo(0, 0);
    here.current?.focus({ preventScroll: true });
  }, [moves]);
  return (
    <h2 ref={here} tabIndex={-1}>
      {children}
    </h2>
  );
}
