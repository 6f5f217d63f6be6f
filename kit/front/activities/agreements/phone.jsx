import { useEffect, useRef, useState } from "preact/hooks";
import { Between } from "../../phone/between.jsx";
import { Button, Dock, useDraft, useScreen, useToast } from "../../ui/index.js";
import { Asked } from "./asked.jsx";
import { Fields, useForm } from "./form.jsx";
import { Item } from "./item.jsx";
import { CalendarFile } from "./parts.jsx";
import { partyName, recall, together } from "./words.js";
import "./phone.css";

/**
 * @typedef {import("../../generated/messages.js").AgreementsShared} View
 * @typedef {import("../../generated/messages.js").AgreementsMine} Own
 * @typedef {import("../../generated/messages.js").AgreementView} Agreement
 */

/** What there is before the two parts of a view have both come. */
const NOTHING = /** @type {Own} */ ({
  agreements: [],
  asked: [],
  editable: [],
  rates: {},
  left: 0,
});

/**
 * Agreements on a phone: first what waits for the yes of one's own organisation, then all others; or the form.
 *
 * @param {import("../props.js").Props<View, Own>} props
 */
export function Phone({ shared, mine, view, own: part, t }) {
  const [writes, write] = useState(/** @type {string | null} */ (null));
  const step = shared.step?.id ?? "";
  const kept = useDraft(`${step}/agreement/new`);
  const open = shared.step?.status === "open";
  // The two parts of a view come one after the other: for a moment `part` may still be that of the step before.
  const own = part?.asked ? part : NOTHING;
  const all = together(view.agreements, own.agreements);
  const one = all.find(({ id }) => id === writes) ?? null;
  if (open && writes != null && (writes === "" || one)) {
    return <Writing key={writes} step={step} view={view} one={one} stop={() => write(null)} />;
  }
  const organisation = mine?.me?.organisation ?? null;
  const unsent = recall(kept[0]).what;
  const lists = <Lists {...{ step, view, own, all, open, organisation }} change={write} />;
  return (
    <>
      <div class="stack">{open ? lists : <Between draft={unsent}>{lists}</Between>}</div>
      {open && (
        <Dock
          main={
            <Button
              kind={own.asked.length > 0 ? "secondary" : "primary"}
              icon="add"
              disabled={own.left < 1}
              onClick={() => write("")}
            >
              {t("Make agreement")}
            </Button>
          }
        />
      )}
    </>
  );
}

/**
 * @param {{
 *   step: string,
 *   view: View,
 *   own: Own,
 *   all: Agreement[],
 *   open: boolean,
 *   organisation: string | null,
 *   change: (id: string) => void,
 * }} props
 */
function Lists({ step, view, own, all, open, organisation, change }) {
  const { pending, t } = useScreen();
  const asked = all.filter(({ id }) => own.asked.includes(id));
  const part = (/** @type {Agreement} */ one) =>
    organisation != null && (one.owner === organisation || one.partners.includes(organisation));
  const mine = new Set(all.filter((one) => part(one) || own.editable.includes(one.id)).map(({ id }) => id));
  const rest = all.filter(({ id }) => !own.asked.includes(id));
  const coming = pending.filter(({ command }) => command.kind === "add_agreement" && command.step === step);
  const item = (/** @type {Agreement} */ one) => (
    <li key={one.id}>
      <Item
        {...{ one, step, open, change }}
        parties={view.parties}
        own={organisation}
        editable={own.editable.includes(one.id)}
        rate={own.rates[one.id] ?? null}
      />
    </li>
  );
  const name = partyName(view.parties, organisation);
  return (
    <>
      {asked.length > 0 && (
        <section class="deal-asked" aria-label={t("Waits for your yes")}>
          <h2>{t("{owner}: do you say yes?", { owner: name })}</h2>
          <p class="soft small">{t("You answer for your organisation. One yes is enough.")}</p>
          {asked.map((one) => (
            <Asked key={one.id} one={one} parties={view.parties} step={step} />
          ))}
        </section>
      )}
      {all.length === 0 && coming.length === 0 && (
        <p class="deal-none">
          {open
            ? t("There are no agreements yet. Make the first one together.")
            : t("No agreements were made in this step.")}
        </p>
      )}
      {coming.map(({ id, command }) => (
        <p key={id} class="deal deal-coming">
          {command.what} <span class="soft small">{t("Being sent…")}</span>
        </p>
      ))}
      <Group title={t("Yours")} list={rest.filter(({ id }) => mine.has(id))} item={item} />
      <Group title={t("Of others")} list={rest.filter(({ id }) => !mine.has(id))} item={item} />
      <Files view={view} only={all.filter(part).map(({ id }) => id)} name={name} />
    </>
  );
}

/**
 * @param {{
 *   title: string,
 *   list: Agreement[],
 *   item: (one: Agreement) => import("preact").ComponentChildren,
 * }} props
 */
function Group({ title, list, item }) {
  if (list.length === 0) return null;
  return (
    <section class="deal-group">
      <h2>{title}</h2>
      <ul class="list deal-list">{[...list].reverse().map(item)}</ul>
    </section>
  );
}

/**
 * The days for one's own calendar.
 *
 * @param {{ view: View, only: string[], name: string }} props `only`: the agreements of one's own organisation
 */
function Files({ view, only, name }) {
  const { t } = useScreen();
  if (!view.calendar) return null;
  return (
    <section class="deal-files">
      <h2>{t("Put it in your calendar")}</h2>
      <CalendarFile calendar={view.calendar} only={only} name={t("agreements-own")}>
        {t("Dates of {owner}", { owner: name })}
      </CalendarFile>
      <CalendarFile calendar={view.calendar} name={t("agreements")}>
        {t("Dates of all agreements")}
      </CalendarFile>
    </section>
  );
}

/**
 * Write an agreement, or change one: the form has the page for itself.
 *
 * @param {{ step: string, view: View, one: Agreement | null, stop: () => void }} props
 */
function Writing({ step, view, one, stop }) {
  const { t } = useScreen();
  const toast = useToast();
  const title = useRef(/** @type {HTMLHeadingElement | null} */ (null));
  const kept = useDraft(`${step}/agreement/${one?.id ?? "new"}`);
  useEffect(() => {
    title.current?.scrollIntoView?.({ block: "center" });
    title.current?.focus({ preventScroll: true });
  }, []);
  const done = (/** @type {import("./words.js").Draft} */ draft) => {
    stop();
    const owner = partyName(view.parties, draft.owner);
    if (!one && owner && view.need_confirmation)
      toast({ text: t("Sent. {owner} still has to say yes.", { owner }) });
  };
  const form = useForm({ step, one, kept, done });
  return (
    <form class="deal-page" onSubmit={form.submit} noValidate>
      <h2 ref={title} tabIndex={-1}>
        {one ? t("Change agreement") : t("A new agreement")}
      </h2>
      <Fields view={view} form={form} fresh={!one} />
      <Dock
        ready={false}
        main={
          <>
            <Button icon="back" label={t("Back")} onClick={stop} />
            <Button kind="primary" type="submit" block>
              {one ? t("Save agreement") : t("Propose agreement")}
            </Button>
          </>
        }
      />
    </form>
  );
}
