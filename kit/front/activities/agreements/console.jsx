import { useState } from "preact/hooks";
import { Button, Icon, useDraft, useScreen } from "../../ui/index.js";
import { Fields, useForm } from "./form.jsx";
import { CalendarFile, Facts, Standing, Sure } from "./parts.jsx";
import { Counts } from "./wall.jsx";
import { byState, STATE_ICONS, stateWord } from "./words.js";
import "./console.css";

/** @typedef {import("../../generated/messages.js").AgreementsShared} View */
/** @typedef {import("../../generated/messages.js").AgreementView} Agreement */
/** @typedef {import("../props.js").Props<View>} Props */

/**
 * The trainer writes an agreement down for the room, or mends one.
 *
 * @param {{ step: string, view: View, one: Agreement | null, stop: () => void }} props
 */
function Writing({ step, view, one, stop }) {
  const { t } = useScreen();
  const kept = useDraft(`${step}/agreement/console/${one?.id ?? "new"}`);
  const form = useForm({ step, one, kept, done: stop });
  const leave = () => {
    form.drop();
    stop();
  };
  return (
    <form class="deal deal-console-form" onSubmit={form.submit} noValidate>
      <Fields view={view} form={form} fresh={!one} />
      <p class="row">
        <Button kind="primary" type="submit" icon={one ? "check" : "add"}>
          {one ? t("Save agreement") : t("Propose agreement")}
        </Button>
        <Button onClick={leave}>{t("Cancel")}</Button>
      </p>
    </form>
  );
}

/** Whose yes is still waited for, and whether somebody of them is here. @param {{ view: View }} props */
function Waiting({ view }) {
  const { t } = useScreen();
  const asked = view.agreements.filter((one) => one.owner && one.status === "proposed");
  const owners = view.parties.filter((party) => asked.some((one) => one.owner === party.id));
  if (!view.need_confirmation || owners.length === 0) return null;
  return (
    <section class="deal-waiting">
      <h3>{t("Who still has to say yes")}</h3>
      <ul class="list">
        {owners.map((party) => {
          const n = asked.filter((one) => one.owner === party.id).length;
          return (
            <li key={party.id}>
              <Icon name={party.here ? "clock" : "alert"} />
              <span>
                <strong>{party.name}</strong> {n === 1 ? t("to 1 agreement") : t("to {n} agreements", { n })}
                {!party.here && <span class="deal-away"> {t("Nobody of them is here.")}</span>}
              </span>
            </li>
          );
        })}
      </ul>
      <p class="soft small">{t("They do so on their own phones. You can't say yes for them.")}</p>
    </section>
  );
}

/**
 * @param {{ one: Agreement, view: View, step: string, change: () => void }} props
 */
function Line({ one, view, step, change }) {
  const { send, t } = useScreen();
  const say = (/** @type {Record<string, any>} */ said) => send({ ...said, step, agreement: one.id });
  const settle = (/** @type {string | null} */ outcome) => say({ kind: "settle_agreement", outcome });
  const settled = one.status === "done" || one.status === "dropped";
  return (
    <article class="deal">
      <Standing one={one} parties={view.parties} grouped />
      <h3>{one.what}</h3>
      <Facts one={one} parties={view.parties} all />
      <Sure one={one} parties={view.parties} />
      <div class="note-actions">
        <Button
          kind="quiet"
          small
          icon="edit"
          label={t("Change: {text}", { text: one.what })}
          onClick={change}
        />
        {settled ? (
          <Button kind="quiet" small onClick={() => settle(null)}>
            {t("It goes on after all")}
          </Button>
        ) : (
          <>
            {one.status === "confirmed" && (
              <Button kind="quiet" small onClick={() => settle("done")}>
                {t("Done")}
              </Button>
            )}
            <Button kind="quiet" small onClick={() => settle("dropped")}>
              {t("Given up")}
            </Button>
          </>
        )}
        <Button
          kind="quiet"
          small
          icon="trash"
          label={t("Take away: {what}", { what: one.what })}
          onClick={() => say({ kind: "withdraw_agreement" })}
        />
      </div>
    </article>
  );
}

/** All agreements: what is missing, who must still say yes, and the words themselves. @param {Props} props */
export function Console({ shared, view, t }) {
  const [writes, write] = useState(/** @type {string | null} */ (null));
  const step = shared.step?.id ?? "";
  const open = shared.step?.status === "open";
  const stop = () => write(null);
  const line = (/** @type {Agreement} */ one) =>
    writes === one.id ? (
      <Writing key={one.id} step={step} view={view} one={one} stop={stop} />
    ) : (
      <Line key={one.id} one={one} view={view} step={step} change={() => write(one.id)} />
    );
  return (
    <div class="stack">
      <div class="deal-console-top">
        {view.agreements.length > 0 ? (
          <Counts all={view.agreements} />
        ) : (
          <p class="deal-none">{t("There are no agreements yet.")}</p>
        )}
        <p class="row">
          {open && (
            <Button small icon="add" onClick={() => write("")}>
              {t("Write one down")}
            </Button>
          )}
          <CalendarFile calendar={view.calendar} name={t("agreements")}>
            {t("Calendar file")}
          </CalendarFile>
        </p>
      </div>
      {open && writes === "" && <Writing key="new" step={step} view={view} one={null} stop={stop} />}
      <Waiting view={view} />
      {byState(view.agreements).map(({ state, list }) => (
        <section key={state} class="stack">
          <h3 class={`deal-console-head deal-${state}`}>
            <Icon name={STATE_ICONS[state]} /> {stateWord(state, t)} <span class="soft">{list.length}</span>
          </h3>
          <div class="deal-console-list">{list.map(line)}</div>
        </section>
      ))}
    </div>
  );
}
