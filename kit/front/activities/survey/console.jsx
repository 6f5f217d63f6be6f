import { Icon } from "../../ui/index.js";
import { Result } from "./result.jsx";
import { Answered } from "./turnout.jsx";
import "./console.css";

/** @typedef {import("../../generated/messages.js").SurveyShared} View */
/** @typedef {import("../props.js").Props<View>} Props */

/** What the trainer should know of the codes. @param {Props} props */
function Codes({ view, shared, t }) {
  const open = shared.step?.status === "open";
  if (view.code === "asked")
    return <p>{t("{n} people came back with their code.", { n: view.recognised ?? 0 })}</p>;
  if (view.code !== "given") return null;
  const later = shared.steps.slice(shared.steps.findIndex((line) => line.now) + 1);
  const last = later.every((line) => line.skipped || line.later);
  return (
    <div class="survey-tell">
      <Icon name="flag" />
      <div class="stack">
        <p>
          <strong>{t("Everyone now has a code on their phone.")}</strong>{" "}
          {t("Let them write it down, or take a photo.")}{" "}
          {open ? "" : t("When you go on or finish, nobody can look it up any more.")}
        </p>
        {!open && last && <p>{t("The follow-up comes in 6 to 8 weeks, with this same file.")}</p>}
      </div>
    </div>
  );
}

/** @param {Props} props */
export function Console(props) {
  const { shared, view, t } = props;
  const status = shared.step?.status;
  if (status === "waiting") {
    return (
      <div class="stack">
        <p class="soft">{t("Everyone answers alone, on their own phone. It takes a few minutes.")}</p>
        <Asked view={view} t={t} />
      </div>
    );
  }
  return (
    <div class="stack">
      <Answered shared={shared} view={view} t={t} />
      <Codes {...props} />
      {status === "open" ? (
        <>
          <p class="soft">
            {t("Nobody sees what somebody answers, and neither do you.")}{" "}
            {view.moment !== "before" &&
              t("After closing you see what changed in the group, from 5 people on.")}
          </p>
          <Asked view={view} t={t} />
        </>
      ) : (
        <Result {...props} />
      )}
    </div>
  );
}

/** The questions, folded away. @param {Pick<Props, "view" | "t">} props */
function Asked({ view, t }) {
  return (
    <details class="survey-asked">
      <summary>{t("{n} questions", { n: view.items.length })}</summary>
      <ol>
        {view.items.map((item) => (
          <li key={item.id}>{item.text}</li>
        ))}
      </ol>
    </details>
  );
}
