import { useState } from "preact/hooks";
import { Button, Field } from "../../ui/index.js";
import "./paper.css";

/** @typedef {import("../../generated/messages.js").SurveyShared} View */

/** What *I don't know* is among the values of a choice. */
const UNKNOWN = "?";

/**
 * A survey from paper. The same number before and after makes them one person's.
 *
 * @param {import("../props.js").Props<View> & {
 *   paper: { id: string, organisation: string | null, team: string | null },
 *   next: () => void,
 * }} props
 */
export function Paper({ shared, view, send, t, paper, next }) {
  const [given, give] = useState(/** @type {Record<string, string>} */ ({}));
  const [code, type] = useState("");
  const [done, tell] = useState("");
  const chosen = Object.entries(given).filter(([, value]) => value !== "");
  const put = async () => {
    const answers = Object.fromEntries(
      chosen.map(([item, value]) => [item, value === UNKNOWN ? null : Number(value)]),
    );
    // First: where it is refused, the answers still stand here.
    const what = view.code === "asked" ? { kind: "use_code", code } : { kind: "keep_code", slip: code };
    if (code.trim() && !(await send({ ...what, step: shared.step?.id, paper })).ok) return;
    const outcome = await send({ kind: "answer", step: shared.step?.id, answers, paper });
    if (!outcome.ok) return;
    tell(t("The answers of sheet {id} are in.", { id: paper.id }));
    give({});
    type("");
    next();
  };
  return (
    <div class="stack">
      <p class="soft small">{t("Use the same number for the same person before and after.")}</p>
      {view.code && (
        <Field
          label={t("Code of the slip, if there is one")}
          help={t("You see the answers and the code together. Tell nobody, and keep no list.")}
          value={code}
          onInput={type}
          class="survey-typed"
          autocapitalize="characters"
          autocomplete="off"
          spellcheck={false}
          maxLength={20}
        />
      )}
      <div class="survey-paper">
        {view.items
          .filter((item) => !item.each)
          .map((item) => (
            <label key={item.id}>
              <span>{item.text}</span>
              <select
                class="field-input"
                value={given[item.id] ?? ""}
                onChange={(event) => give({ ...given, [item.id]: event.currentTarget.value })}
              >
                <option value="">{t("no answer")}</option>
                {view.choices[item.choices].map((one) => (
                  <option key={one.value} value={one.value}>
                    {one.label}
                  </option>
                ))}
                <option value={UNKNOWN}>{t("I don't know")}</option>
              </select>
            </label>
          ))}
      </div>
      <Button kind="primary" icon="paper" disabled={chosen.length === 0 || !paper.id} onClick={put}>
        {t("Put answers in")}
      </Button>
      <p role="status" class="soft small">
        {done}
      </p>
    </div>
  );
}
