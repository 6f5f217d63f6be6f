import { useState } from "preact/hooks";
import { Button, Field, Icon, useScreen } from "../../ui/index.js";
import { useName } from "../../ui/name.js";
import { changed, draftOf, recall, tapOffer } from "./words.js";
import "./form.css";

/**
 * @typedef {import("../../generated/messages.js").AgreementsShared} View
 * @typedef {import("../../generated/messages.js").AgreementView} Agreement
 * @typedef {import("./words.js").Draft} Draft
 */

export const MOST_CHARS = 280;
const FIRST = 3;

/**
 * What an agreement form holds, and how it is sent. The draft is kept until the workshop has it.
 *
 * @param {{
 *   step: string,
 *   one: Agreement | null,
 *   kept: [string, (text: string) => void],
 *   done: (draft: Draft) => void,
 *   paper?: { id: string, organisation: string | null, team: string | null },
 * }} options `one` is the agreement that is changed; null writes a new one
 */
export function useForm({ step, one, kept, done, paper }) {
  const { send, t } = useScreen();
  const [error, say] = useState("");
  const before = draftOf(one);
  const touched = recall(kept[0]);
  const draft = { ...before, ...touched };
  const put = (/** @type {Partial<Draft>} */ part) => {
    say("");
    kept[1](JSON.stringify({ ...touched, ...part }));
  };
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const problem = check(draft, t);
    say(problem);
    if (problem) return;
    const more = changed(before, draft);
    const kind = one ? "edit_agreement" : "add_agreement";
    const text = kept[0];
    kept[1]("");
    done(draft);
    if (one && Object.keys(more).length === 0) return;
    const said = { kind, step, ...(one ? { agreement: one.id } : {}), ...more, ...(paper ? { paper } : {}) };
    const outcome = await send(said);
    if (!outcome.ok) kept[1](text);
  };
  const drop = () => kept[1]("");
  return { draft, put, submit, drop, error };
}

/**
 * @param {Draft} draft
 * @param {import("../../ui/text.js").Translate} t
 */
function check(draft, t) {
  if (!draft.what.trim()) return t("Write what you agree first.");
  if (draft.what.length > MOST_CHARS)
    return t("This is {n} characters too long. Make it shorter.", { n: draft.what.length - MOST_CHARS });
  if (draft.due && draft.look_back && draft.look_back < draft.due)
    return t("Look back after the first step, not before it.");
  return "";
}

/**
 * The fields of an agreement.
 *
 * @param {{ view: View, form: ReturnType<typeof useForm>, fresh?: boolean }} props `fresh`: a new one, which may begin with an offer
 */
export function Fields({ view, form, fresh = false }) {
  const { t } = useScreen();
  const { draft, put, error } = form;
  /** @param {"what" | "lead" | "first_step" | "due" | "look_back" | "works" | "needs"} name */
  const bind = (name) => ({
    value: draft[name],
    onInput: (/** @type {string} */ text) => put({ [name]: text }),
  });
  const more = Boolean(draft.look_back || draft.works || draft.needs);
  return (
    <div class="deal-form">
      <Field label={t("What do you agree?")} max={MOST_CHARS} lines={2} error={error} {...bind("what")} />
      {fresh && <Offers view={view} draft={draft} put={put} />}
      <Owner view={view} draft={draft} put={put} />
      <Field
        label={t("Lead: who pulls it?")}
        help={t("A role, not a name. For example: community police officer.")}
        maxLength={80}
        {...bind("lead")}
      />
      <div class="deal-form-row">
        <Field label={t("Date of the first step")} type="date" {...bind("due")} />
        <Field label={t("What is the first step?")} maxLength={200} {...bind("first_step")} />
      </div>
      <Partners view={view} draft={draft} put={put} />
      <details class="deal-form-more" open={more}>
        <summary>{t("More: look back, how you know, what is needed")}</summary>
        <div class="deal-form">
          <Field label={t("When do you look back?")} type="date" min={draft.due} {...bind("look_back")} />
          <Field label={t("How do you know that it works?")} maxLength={200} {...bind("works")} />
          <Field label={t("What is needed for it?")} maxLength={200} {...bind("needs")} />
        </div>
      </details>
    </div>
  );
}

/** @typedef {{ view: View, draft: Draft, put: (part: Partial<Draft>) => void }} PartProps */

/** What earlier steps offer: a tap begins an agreement with it. @param {PartProps} props */
function Offers({ view, draft, put }) {
  const { t } = useScreen();
  if (view.sources.length === 0) return null;
  return (
    <fieldset class="deal-offers">
      <legend class="field-label">{t("Or begin with something you made today")}</legend>
      {view.sources.map((source) => (
        <Offered key={source.step} source={source} draft={draft} put={put} />
      ))}
    </fieldset>
  );
}

/**
 * @param {Omit<PartProps, "view"> & { source: View["sources"][number] }} props
 */
function Offered({ source, draft, put }) {
  const { t } = useScreen();
  const [all, show] = useState(false);
  const chosen = (/** @type {string} */ id) => draft.cards.includes(id);
  const shown = source.offers.filter((offer, n) => all || n < FIRST || chosen(offer.id));
  const rest = source.offers.length - shown.length;
  return (
    <div class="deal-source">
      <p class="soft small">{source.title}</p>
      {shown.map((offer) => (
        <button
          key={offer.id}
          type="button"
          class="deal-offer"
          aria-pressed={chosen(offer.id) ? "true" : "false"}
          onClick={() => put(tapOffer(draft, offer, MOST_CHARS))}
        >
          <Icon name={chosen(offer.id) ? "boxed" : "box"} />
          <span>{offer.text}</span>
        </button>
      ))}
      {rest > 0 && (
        <Button kind="quiet" small icon="down" onClick={() => show(true)}>
          {t("Show {n} more", { n: rest })}
        </Button>
      )}
    </div>
  );
}

/** Which organisation owns it: those that are here first, because they can say yes now. @param {PartProps} props */
function Owner({ view, draft, put }) {
  const { t } = useScreen();
  const name = useName();
  const here = view.parties.filter((one) => one.here);
  const away = view.parties.filter((one) => !one.here);
  const options = (/** @type {View["parties"]} */ list) =>
    list.map((one) => (
      <option key={one.id} value={one.id}>
        {one.name}
      </option>
    ));
  const gone = draft.owner && away.some((one) => one.id === draft.owner);
  return (
    <div class="field">
      <label class="field-label" for={name}>
        {t("Owner: which organisation?")}
      </label>
      <select
        class="field-input"
        id={name}
        aria-describedby={`${name}-help`}
        value={draft.owner}
        onChange={(event) => {
          const owner = event.currentTarget.value;
          put({ owner, partners: draft.partners.filter((id) => id !== owner) });
        }}
      >
        <option value="">{t("Not known yet")}</option>
        <optgroup label={t("Here today")}>{options(here)}</optgroup>
        {away.length > 0 && <optgroup label={t("Not here today")}>{options(away)}</optgroup>}
      </select>
      <p class="field-help" id={`${name}-help`}>
        {gone
          ? t("Nobody of them is here to say yes. Agree who asks them.")
          : view.need_confirmation
            ? t("Someone of that organisation has to say yes.")
            : t("This organisation answers for it.")}
      </p>
    </div>
  );
}

/** Who take part. @param {PartProps} props */
function Partners({ view, draft, put }) {
  const { t } = useScreen();
  const others = view.parties
    .filter((one) => one.id !== draft.owner)
    .sort((a, b) => Number(b.here) - Number(a.here));
  const toggle = (/** @type {string} */ id) =>
    put({
      partners: draft.partners.includes(id)
        ? draft.partners.filter((one) => one !== id)
        : [...draft.partners, id],
    });
  return (
    <fieldset class="deal-partners">
      <legend class="field-label">{t("Who take part?")}</legend>
      {others.map((one) => (
        <label key={one.id} class="deal-partner">
          <input type="checkbox" checked={draft.partners.includes(one.id)} onChange={() => toggle(one.id)} />
          <span>{one.name}</span>
        </label>
      ))}
    </fieldset>
  );
}
