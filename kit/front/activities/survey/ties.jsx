import { Icon, percent } from "../../ui/index.js";
import { Behind } from "../parts/behind.jsx";
import "./ties.css";

/** @typedef {import("../../generated/messages.js").TiesView} View */

/**
 * Who can reach whom, between organisations of three people and more.
 *
 * @param {{ ties: View, name: string, lang: string, t: import("../../ui/text.js").Translate }} props
 */
export function Ties({ ties, name, lang, t }) {
  const names = ties.organisations.map((one) => one.name);
  const rows = ties.after.map((_, g) => g).filter((g) => ties.after[g].some((value) => value != null));
  const line = (/** @type {number[]} */ [g, h]) => t("{one} and {other}", { one: names[g], other: names[h] });
  const share = (/** @type {number | null | undefined} */ value) =>
    value == null ? "–" : percent(value, lang);
  return (
    <section class="survey-ties">
      <h4>{t("Who can reach whom")}</h4>
      {ties.new.length > 0 && (
        <>
          <p class="survey-new">
            <Icon name="people" />{" "}
            {ties.new.length === 1 ? t("1 new line") : t("{n} new lines", { n: ties.new.length })}
          </p>
          <ul>
            {ties.new.map((pair) => (
              <li key={pair.join()}>{line(pair)}</li>
            ))}
          </ul>
        </>
      )}
      {ties.missing.length > 0 && (
        <p>
          {t("Still no line:")} {ties.missing.map(line).join("; ")}.
        </p>
      )}
      <p class="soft small">
        {t("A line counts when half of both sides can call or text somebody of the other.")}{" "}
        {t("Organisations of 1 or 2 people are left out: their share would be one person's answer.")}
      </p>
      <Behind
        name={`${name}-ties`}
        caption={t("Share that can reach somebody, before and after")}
        head={[t("From"), ...names]}
        rows={rows.map((g) => [
          names[g],
          ...names.map((_, h) =>
            g === h ? "" : `${share(ties.before[g]?.[h])} → ${share(ties.after[g][h])}`,
          ),
        ])}
      />
    </section>
  );
}
