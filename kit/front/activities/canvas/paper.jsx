import { useState } from "preact/hooks";
import { PaperCards } from "../parts/sheet.jsx";
import { fieldOf, ruleOf } from "./fields.js";
import { EvidenceChoice } from "./marks.jsx";

/** @typedef {import("../../generated/messages.js").CanvasShared} View */

/**
 * A card from paper.
 *
 * @param {import("../props.js").Props<View> & {
 *   paper: { id: string, organisation: string | null, team: string | null },
 *   next: () => void,
 * }} props
 */
export function Paper({ view, t, paper, next }) {
  const [zone, put] = useState(fieldOf(view.zones[0]?.id ?? "", view.rows[0]?.id ?? ""));
  const [evidence, know] = useState(/** @type {string | null} */ (null));
  const fields = (
    <label class="field">
      <span class="field-label">{t("Field")}</span>
      <select class="field-input" value={zone} onChange={(event) => put(event.currentTarget.value)}>
        {view.zones.map((one) =>
          view.rows.length > 0 ? (
            <optgroup key={one.id} label={one.label}>
              {view.rows.map((row) => (
                <option key={row.id} value={fieldOf(one.id, row.id)}>
                  {row.label}
                </option>
              ))}
            </optgroup>
          ) : (
            <option key={one.id} value={one.id}>
              {one.label}
            </option>
          ),
        )}
      </select>
    </label>
  );
  const asks = view.evidence && !ruleOf(view, zone).evidence;
  return (
    <PaperCards
      {...{ paper, next }}
      max={view.max_chars}
      said={{ zone, evidence: evidence ?? undefined }}
      added={() => know(null)}
      before={view.zones.length + view.rows.length > 1 && fields}
      after={asks && <EvidenceChoice value={evidence} choose={know} />}
    />
  );
}
