import { Icon, useScreen } from "../../ui/index.js";
import { Outcome } from "./outcome.jsx";
import { Result } from "./result.jsx";
import { Answered } from "./turnout.jsx";
import { told } from "./words.js";
import "./console.css";

/** Slips on a sheet of paper. */
const ON_A_SHEET = 10;

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
          {open
            ? t("Let them write it down, or type the code of their slip.")
            : t("Let them write it down, or take a photo.")}{" "}
          {open ? "" : t("When you go on or finish, nobody can look it up any more.")}
        </p>
        {!open && last && <p>{t("The follow-up comes in 6 to 8 weeks, with this same file.")}</p>}
      </div>
    </div>
  );
}

/**
 * Slips to draw, for who would lose a code that is only written down. The page with the codes is made by the server,
 * that keeps none of them; where there is no server the command makes it.
 *
 * @param {Props} props
 */
function Slips({ view, shared, t }) {
  const { lang } = useScreen();
  if (view.slips == null || view.code === "asked") return null;
  const { connected, joined } = shared.counts;
  const count = ON_A_SHEET * Math.max(2, Math.ceil((joined + 1) / ON_A_SHEET));
  return (
    <div class="survey-slips">
      <p>
        <strong>{t("Slips with a code, on paper")}</strong>
        <br />
        {t("Everyone draws one unseen, and types its code at the end.")}
        {view.slips > 0 && (
          <>
            {" "}
            {view.slips === 1 ? t("1 person has done so.") : t("{n} people have done so.", { n: view.slips })}
          </>
        )}
      </p>
      {connected == null ? (
        <code>leefkit codes --count {count}</code>
      ) : (
        <a
          class="button button-secondary"
          href={`/slips?count=${count}&lang=${lang}`}
          target="_blank"
          rel="noopener"
        >
          <Icon name="paper" />
          <span class="button-text">{t("Print slips")}</span>
        </a>
      )}
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
        <Slips {...props} />
        <Asked view={view} t={t} />
      </div>
    );
  }
  return (
    <div class="stack">
      <Answered shared={shared} view={view} t={t} />
      <Codes {...props} />
      {status === "open" && <Slips {...props} />}
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
        <>
          {view.result && told(view.result).length > 0 && <Outcome view={view} result={view.result} />}
          <Result {...props} />
        </>
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
