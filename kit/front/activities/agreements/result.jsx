import { useScreen } from "../../ui/index.js";
import { Behind } from "../parts/behind.jsx";
import { CalendarFile, Facts, Standing, Sure } from "./parts.jsx";
import { Counts } from "./wall.jsx";
import { byState, dayText, partyName, stateOf, stateWord } from "./words.js";
import "./result.css";

/** @typedef {import("../../generated/messages.js").AgreementsShared} View */
/** @typedef {import("../props.js").Props<View>} Props */

/** What was agreed, firm ones first, with the table behind it. @param {Props} props */
export function Result({ shared, view, t }) {
  const { lang } = useScreen();
  if (view.agreements.length === 0) return <p class="soft">{t("No agreements were made in this step.")}</p>;
  const all = byState(view.agreements).flatMap(({ list }) => list);
  const name = (/** @type {string | null} */ id) => partyName(view.parties, id);
  return (
    <div class="stack">
      <Counts all={all} />
      <ul class="list res-deals">
        {all.map((one) => (
          <li key={one.id} class="deal">
            <Standing one={one} parties={view.parties} />
            <h4>{one.what}</h4>
            <Facts one={one} parties={view.parties} all />
            <Sure one={one} parties={view.parties} />
          </li>
        ))}
      </ul>
      <p class="row">
        <CalendarFile calendar={view.calendar} name={t("agreements")}>
          {t("Dates of all agreements")}
        </CalendarFile>
      </p>
      <Behind
        name={`agreements-${shared.step?.id ?? ""}`}
        caption={t("All agreements")}
        head={[
          t("Agreement"),
          t("Where it stands"),
          t("Owner"),
          t("Lead"),
          t("With"),
          t("Date of the first step"),
          t("First step"),
          t("Look back"),
          t("How sure"),
        ]}
        rows={all.map((one) => [
          one.what,
          stateWord(stateOf(one), t),
          name(one.owner),
          one.lead,
          one.partners.map(name).join(", "),
          dayText(one.due, lang),
          one.first_step,
          dayText(one.look_back, lang),
          one.confidence,
        ])}
      />
    </div>
  );
}
