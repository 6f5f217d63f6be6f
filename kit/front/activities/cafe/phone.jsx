import { useEffect, useRef, useState } from "preact/hooks";
import { Between } from "../../phone/between.jsx";
import { Button, Icon, useDraft, useNow, useScreen } from "../../ui/index.js";
import { Composer } from "./composer.jsx";
import { Harvest } from "./harvest.jsx";
import { Before, Notes } from "./notes.jsx";
import { gather } from "./own.js";
import { Seat, Theme } from "./seat.jsx";
import { keepWords, stage } from "./words.js";
import "./phone.css";

/**
 * @typedef {import("../../generated/messages.js").CafeShared} View
 * @typedef {import("../../generated/messages.js").CafeMine} Own
 */

/**
 * The café on a phone: where you sit and go, what it is about, and what lies on the table.
 *
 * @param {import("../props.js").Props<View, Own>} props
 */
export function Phone({ shared, view, own, t }) {
  const status = shared.step?.status;
  // The two parts of a view come one after the other: for a moment `own` may still be that of the step before.
  if (status === "open" && own?.route) {
    return view.round === 0 ? <Soon view={view} own={own} /> : <Round view={view} own={own} />;
  }
  return (
    <div class="stack">
      <Between>
        {status === "closed" && own?.route && <Met own={own} t={t} />}
        {status === "closed" && <Harvest view={view} />}
      </Between>
    </div>
  );
}

/**
 * Before the first round: offer to be a host, and hear where you begin.
 *
 * @param {{ view: View, own: Own }} props
 */
function Soon({ view, own }) {
  const { shared, pending, send, t } = useScreen();
  const step = shared?.step?.id;
  const asked = pending.filter(({ command }) => command.kind === "volunteer").pop();
  const on = asked ? asked.command.volunteer : own.volunteer;
  return (
    <div class="stack">
      <section class="cafe-seat">
        {own.next ? (
          <>
            <p class="cafe-label">{t("You begin at")}</p>
            <p class="cafe-table">{own.next}</p>
          </>
        ) : (
          <p class="cafe-soon">{t("In a moment you see here at which table you begin.")}</p>
        )}
        <p class="cafe-go">
          <Icon name="table" />
          {view.rounds === 1
            ? t("One round at one table.")
            : t("{n} rounds. You change tables after each.", { n: view.rounds })}
        </p>
      </section>
      <section class="cafe-offer">
        <h2>{t("Will you be a host?")}</h2>
        <p>{t("A host stays at the table, welcomes people and tells what was said before.")}</p>
        <Button
          block
          icon={on ? "boxed" : "box"}
          aria-pressed={on ? "true" : "false"}
          onClick={() => send({ kind: "volunteer", step, volunteer: !on })}
        >
          {t("I like to be a host")}
        </Button>
      </section>
    </div>
  );
}

/**
 * A round: the seat, the question, what lies on the table, and where to write.
 *
 * @param {{ view: View, own: Own }} props
 */
function Round({ view, own }) {
  const { shared, pending, t } = useScreen();
  const step = shared?.step;
  const now = useNow(step?.timer.ends != null);
  const at = stage(view, step?.timer, now);
  const [zone, choose] = useState("idea");
  const [edited, edit] = useState(/** @type {import("./own.js").OwnCard | null} */ (null));
  const draft = useDraft(`${step?.id}/cafe`);
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const cards = gather(view.cards, own.cards, pending, step?.id, view.round);
  useBuzz(view.round, at);
  useEffect(() => {
    if (edited) field.current?.focus();
  }, [edited]);
  const here = cards.filter((card) => card.round === view.round);
  const before = cards.filter((card) => card.round !== view.round);
  return (
    <>
      <div class="stack">
        {at === "keep" && own.table != null && (
          <p class="cafe-last" role="status">
            <Icon name="clock" />
            {t("Nearly time. Choose together: {what}.", { what: keepWords(view, t) })}
          </p>
        )}
        <Seat {...{ view, own, at }} />
        <Theme view={view} />
        {own.table == null ? null : at === "walk" ? (
          <Before cards={before} />
        ) : (
          <>
            <Before cards={before} />
            <Notes cards={here} onEdit={edit} />
          </>
        )}
      </div>
      {own.table != null && at !== "walk" && (
        <Composer {...{ view, zone, choose, draft, edited, field, cards: here }} stop={() => edit(null)} />
      )}
    </>
  );
}

/**
 * Phones lie on the table: a short buzz says that it is time to move, or to choose.
 *
 * @param {number} round
 * @param {string} at
 */
function useBuzz(round, at) {
  const mark = at === "keep" ? -round : round;
  const before = useRef(mark);
  useEffect(() => {
    const news = mark < 0 || mark !== -before.current;
    if (mark !== before.current && news) navigator.vibrate?.([180, 90, 180]);
    before.current = mark;
  }, [mark]);
}

/** @param {{ own: Own, t: import("../../ui/text.js").Translate }} props */
function Met({ own, t }) {
  if (own.met === 0) return null;
  return (
    <p class="cafe-met">
      <Icon name="people" />
      {own.met === 1 ? t("You sat with 1 other person.") : t("You sat with {n} others.", { n: own.met })}{" "}
      {own.organisations === 1
        ? t("They came from 1 other organisation.")
        : t("They came from {n} other organisations.", { n: own.organisations })}
    </p>
  );
}
