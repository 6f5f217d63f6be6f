import { Icon } from "../../ui/index.js";
import "./openly.css";

/** @typedef {import("../../generated/messages.js").BallotShared} View */

/**
 * That everyone may see what each organisation votes: said before people vote, and while they do.
 *
 * @param {{ view: View, t: import("../../ui/text.js").Translate }} props
 */
export function Openly({ view, t }) {
  if (!view.open_vote || view.result) return null;
  return (
    <p class="openly">
      <Icon name="eye" />
      <span>
        <strong>{t("Open vote: everyone may see what each organisation votes.")}</strong>{" "}
        {t("Are you the only one of your organisation? Then everyone may see what you vote.")}
      </span>
    </p>
  );
}
