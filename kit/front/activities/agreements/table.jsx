import { useState } from "preact/hooks";
import { Button, useDraft, useScreen } from "../../ui/index.js";
import { Scroll } from "../parts/scroll.jsx";
import { Fields, useForm } from "./form.jsx";
import { Item } from "./item.jsx";
import { together } from "./words.js";
import "./table.css";

/**
 * @typedef {import("../../generated/messages.js").AgreementsShared} View
 * @typedef {import("../../generated/messages.js").AgreementsMine} Own
 * @typedef {import("../../generated/messages.js").AgreementView} Agreement
 * @typedef {import("../props.js").Props<View, Own>} Props
 */

/**
 * The table's form beside its agreements: a new one, or the one that is changed.
 *
 * @param {{ step: string, view: View, one: Agreement | null, stop: () => void }} props
 */
function Writing({ step, view, one, stop }) {
  const { t } = useScreen();
  const kept = useDraft(`${step}/agreement/table/${one?.id ?? "new"}`);
  const form = useForm({ step, one, kept, done: stop });
  return (
    <form class="deal-table-form" onSubmit={form.submit} noValidate>
      <h2>{one ? t("Change agreement") : t("A new agreement")}</h2>
      <Scroll class="deal-table-fields" label={t("A new agreement")}>
        <Fields view={view} form={form} fresh={!one} />
      </Scroll>
      <p class="row">
        <Button kind="primary" type="submit" icon={one ? "check" : "add"}>
          {one ? t("Save agreement") : t("Propose agreement")}
        </Button>
        {one && <Button onClick={stop}>{t("Cancel")}</Button>}
      </p>
    </form>
  );
}

/**
 * @param {{
 *   title: string,
 *   list: Agreement[],
 *   none: string,
 *   item: (one: Agreement) => import("preact").ComponentChildren,
 * }} props
 */
function List({ title, list, none, item }) {
  return (
    <section class="deal-table-list">
      <h2>
        {title} {list.length > 0 && <span class="soft">{list.length}</span>}
      </h2>
      <Scroll class="deal-table-scroll" label={title}>
        {list.length === 0 && <p class="deal-none">{none}</p>}
        <ul class="list deal-list">{[...list].reverse().map(item)}</ul>
      </Scroll>
    </section>
  );
}

/** What a table agrees; its people say yes on their own phones. @param {Props} props */
export function Table({ shared, view, own, t }) {
  const [changes, change] = useState("");
  const step = shared.step?.id ?? "";
  const team = shared.step?.per === "team";
  const open = shared.step?.status === "open";
  const all = together(view.agreements, own?.agreements ?? []);
  const ours = all.filter((one) => one.team != null && one.team === shared.team);
  const others = all.filter((one) => !ours.includes(one));
  const may = new Set(own?.editable ?? []);
  const one = ours.find(({ id }) => id === changes && may.has(id)) ?? null;
  const item = (/** @type {Agreement} */ each) => (
    <li key={each.id}>
      <Item
        one={each}
        parties={view.parties}
        step={step}
        open={open && team}
        editable={may.has(each.id)}
        change={change}
      />
    </li>
  );
  const writes = open && team && shared.team != null;
  return (
    <div class="deal-table">
      <List
        title={t("Of our table")}
        list={ours}
        item={item}
        none={
          open && !team
            ? t("In this step everyone writes on their own phone.")
            : t("Your table has no agreements yet.")
        }
      />
      {writes ? (
        <Writing key={one?.id ?? "new"} step={step} view={view} one={one} stop={() => change("")} />
      ) : (
        <List
          title={t("Of others")}
          list={others}
          item={item}
          none={t("There are no other agreements yet.")}
        />
      )}
    </div>
  );
}
