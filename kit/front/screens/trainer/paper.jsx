import activities from "virtual:activities";
import { useState } from "preact/hooks";
import { Field, useScreen } from "../../ui/index.js";

/**
 * Type in what someone wrote on paper: whose sheet it is stays, so that several cards of one sheet go quickly.
 */
export function Paper() {
  const { shared, mine, send, t } = useScreen();
  const [sheet, number] = useState("1");
  const [organisation, from] = useState("");
  const [team, sit] = useState("");
  const step = shared?.step;
  const Form = step ? activities[step.activity]?.Paper : undefined;
  if (!step || !Form) return <p class="soft">{t("This step takes no paper.")}</p>;
  if (step.status !== "open")
    return <p class="soft">{t("Open the step first; then you can type in what is on paper.")}</p>;
  const paper = { id: sheet.trim(), organisation: organisation || null, team: team || null };
  const next = () => {
    const n = Number.parseInt(sheet, 10);
    number(Number.isNaN(n) ? "" : String(n + 1));
  };
  return (
    <div class="stack paper">
      <p class="soft small">{t("For someone without a phone. It is marked as paper.")}</p>
      <div class="paper-who">
        <Field label={t("Number on the sheet")} value={sheet} onInput={number} maxLength={20} />
        <label class="field">
          <span class="field-label">{t("Organisation")}</span>
          <select
            class="field-input"
            value={organisation}
            onChange={(event) => from(event.currentTarget.value)}
          >
            <option value="">{t("not known")}</option>
            {shared?.organisations.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span class="field-label">{t("Table")}</span>
          <select class="field-input" value={team} onChange={(event) => sit(event.currentTarget.value)}>
            <option value="">{t("no table")}</option>
            {shared?.teams.map((one) => (
              <option key={one.name}>{one.name}</option>
            ))}
          </select>
        </label>
      </div>
      <Form
        shared={shared}
        mine={mine}
        view={shared?.view}
        own={null}
        send={send}
        t={t}
        paper={paper}
        next={next}
      />
    </div>
  );
}
