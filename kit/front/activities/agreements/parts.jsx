import { Icon, number, TextFile, useScreen } from "../../ui/index.js";
import { calendarText, dayText, gapsText, partyName, STATE_ICONS, stateOf, stateWord } from "./words.js";
import "./parts.css";

/**
 * @typedef {import("../../generated/messages.js").AgreementView} Agreement
 * @typedef {import("../../generated/messages.js").Party} Party
 */

/**
 * Where an agreement stands, as a word with an icon; and what is needed yet.
 *
 * @param {{ one: Agreement, parties: Party[], grouped?: boolean }} props `grouped`: the word stands above the list already
 */
export function Standing({ one, parties, grouped = false }) {
  const { t } = useScreen();
  const state = stateOf(one);
  const owner = partyName(parties, one.owner);
  const more = [];
  if (state === "gaps") more.push(gapsText(one.missing, t));
  if (one.owner && one.status === "proposed") more.push(t("{owner} has not said yes yet.", { owner }));
  if (state === "gaps" && one.status === "confirmed") more.push(t("{owner} said yes.", { owner }));
  if (one.again) more.push(t("It was changed after their yes."));
  if (one.reason) more.push(t("{owner}: “{reason}”", { owner, reason: one.reason }));
  if (grouped && more.length === 0 && !one.paper) return null;
  return (
    <p class={`deal-state deal-${state}`}>
      <Icon name={STATE_ICONS[state]} />
      <span>
        <strong class={grouped ? "hush" : ""}>{stateWord(state, t)}</strong>
        {one.paper && <span class="tag">{t("on paper")}</span>}
        {more.length > 0 && <span class="deal-more"> {more.join(" ")}</span>}
      </span>
    </p>
  );
}

/**
 * Who and when, each with its word.
 *
 * @param {{
 *   one: Agreement,
 *   parties: Party[],
 *   owner?: boolean,
 *   all?: boolean,
 *   rest?: boolean,
 * }} props `owner` false leaves the owner out; `all`: also how one knows and what is needed; `rest`: only those
 */
export function Facts({ one, parties, owner = true, all = false, rest = false }) {
  const { lang, t } = useScreen();
  const partners = one.partners.map((id) => partyName(parties, id)).join(", ");
  const day = dayText(one.due, lang);
  const first = [day, one.first_step].filter(Boolean).join(": ");
  const who = /** @type {[string, string | null][]} */ ([
    [t("Owner"), owner ? partyName(parties, one.owner) : ""],
    [t("Lead"), one.lead],
    [t("First step"), first],
    [t("With"), partners],
  ]);
  const more = /** @type {[string, string | null][]} */ ([
    [t("Look back"), dayText(one.look_back, lang)],
    [t("How we know that it works"), one.works],
    [t("What is needed"), one.needs],
    [t("Comes from"), one.why.map(({ name }) => name).join(" · ")],
  ]);
  const facts = [...(rest ? [] : who), ...(all || rest ? more : [])];
  return (
    <dl class="deal-facts">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/**
 * How sure the partners are, per organisation; nothing where nobody said so.
 *
 * @param {{ one: Agreement, parties: Party[] }} props
 */
export function Sure({ one, parties }) {
  const { lang, t } = useScreen();
  if (one.confidence == null) return null;
  const each = Object.entries(one.sure).map(([id, n]) => `${partyName(parties, id)} ${number(n, lang, 1)}`);
  return (
    <p class="deal-sure">
      <span class="deal-sure-marks" aria-hidden="true">
        {[1, 2, 3, 4, 5].map((n) => (
          <i key={n} class={n <= Math.round(one.confidence ?? 0) ? "deal-sure-on" : ""} />
        ))}
      </span>
      <span>
        {t("How sure: {n} of 5", { n: number(one.confidence, lang, 1) })}{" "}
        <span class="soft">({each.join(", ")})</span>
      </span>
    </p>
  );
}

/**
 * The days as a file that a calendar opens: of all agreements, or of these alone.
 *
 * @param {{
 *   calendar: import("../../generated/messages.js").CalendarView | null,
 *   name: string,
 *   only?: string[],
 *   children?: import("preact").ComponentChildren,
 * }} props `name` of the file
 */
export function CalendarFile({ calendar, name, only, children }) {
  return (
    <TextFile text={calendarText(calendar, only)} name={`${name}.ics`} type="text/calendar">
      {children}
    </TextFile>
  );
}
