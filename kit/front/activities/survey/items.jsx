import { Icon, percent } from "../../ui/index.js";

/**
 * @typedef {import("../../generated/messages.js").SurveyShared} View
 * @typedef {import("../../generated/messages.js").ItemResult} Row
 * @typedef {import("../../ui/text.js").Translate} Translate
 */

/**
 * Question by question: who agrees, before and after; of few people only how many moved.
 *
 * @param {{ view: View, rows: Row[], lang: string, t: Translate, short?: boolean }} props `short`: a word per question
 */
export function Items({ view, rows, lang, t, short = false }) {
  const texts = new Map(view.items.map((item) => [item.id, short ? item.construct : item.text]));
  const known = rows.filter((row) => row.up != null);
  if (known.length === 0) return null;
  const shares = known.some((row) => row.agree_after != null);
  return (
    <div class="survey-items">
      {shares && (
        <p class="survey-key">
          <span>
            <i class="survey-before" aria-hidden="true" /> {t("agrees before")}
          </span>
          <span>
            <i class="survey-after" aria-hidden="true" /> {t("agrees after")}
          </span>
        </p>
      )}
      <ul class="list">
        {known.map((row) => (
          <li key={row.id}>
            <span class="survey-text">{texts.get(row.id)}</span>
            {row.agree_after == null ? <Three row={row} t={t} /> : <Share row={row} lang={lang} t={t} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** @param {{ row: Row, lang: string, t: Translate }} props */
function Share({ row, lang, t }) {
  const before = row.agree_before ?? 0;
  const after = row.agree_after ?? 0;
  const at = (/** @type {number} */ value) => `${3 + 94 * value}%`;
  return (
    <>
      <span class="survey-line survey-line-thin" aria-hidden="true">
        <i class="survey-track" />
        <i
          class="survey-span"
          style={{
            insetInlineStart: at(Math.min(before, after)),
            width: `${94 * Math.abs(after - before)}%`,
          }}
        />
        <i class="survey-before" style={{ insetInlineStart: at(before) }} />
        <i class="survey-after" style={{ insetInlineStart: at(after) }} />
      </span>
      <span class="survey-shares">
        <span class="hush">{t("Agrees, before and after:")} </span>
        {percent(before, lang)} <Icon name="next" /> <strong>{percent(after, lang)}</strong>
      </span>
    </>
  );
}

/** @param {{ row: Row, t: Translate }} props */
function Three({ row, t }) {
  return (
    <span class="survey-three">
      <span>
        <Icon name="up" label={t("higher")} /> {row.up}
      </span>
      <span>
        <Icon name="minus" label={t("the same")} /> {row.same}
      </span>
      <span>
        <Icon name="down" label={t("lower")} /> {row.down}
      </span>
    </span>
  );
}
