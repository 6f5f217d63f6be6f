import { useState } from "preact/hooks";
import { Button } from "../../ui/index.js";
import { Sheet } from "./sheet.jsx";
import { said, signature } from "./votes.js";
import { progressWord } from "./words.js";

/** @typedef {import("../../generated/messages.js").BallotShared} View */

/**
 * @typedef {import("../props.js").Props<View> & {
 *   paper: { id: string, organisation: string | null, team: string | null },
 *   next: () => void,
 * }} Props
 */

/** A ballot from paper; each vote begins with an empty one. @param {Props} props */
export const Paper = (props) => <Form key={props.shared.step?.id} {...props} />;

/** @param {Props} props */
function Form({ shared, view, send, t, paper, next }) {
  const [votes, vote] = useState(/** @type {Record<string, number>} */ ({}));
  const [done, tell] = useState("");
  const ready = signature(votes, view.method) !== "[]" && paper.id.length > 0;
  const cast = async () => {
    const outcome = await send({ kind: "cast_votes", step: shared.step?.id, votes, paper });
    if (!outcome.ok) return;
    tell(t("The ballot of sheet {id} is in.", { id: paper.id }));
    vote({});
    next();
  };
  return (
    <div class="stack paper-ballot">
      <p>
        <strong>{progressWord(view, votes, t)}</strong>
      </p>
      <Sheet view={view} options={view.options} votes={votes} set={vote} t={t} />
      <div class="row">
        <Button kind="primary" icon="paper" disabled={!ready} onClick={cast}>
          {t("Put ballot in")}
        </Button>
        {said(votes) > 0 && (
          <Button kind="quiet" icon="undo" onClick={() => vote({})}>
            {t("Start again")}
          </Button>
        )}
      </div>
      <p role="status" class="soft small">
        {done}
      </p>
    </div>
  );
}
