import { useScreen } from "../../ui/index.js";
import { Part, Steps } from "./part.jsx";

/**
 * The case's own figures, and whom to credit.
 *
 * @param {{ steps: import("../../generated/messages.js").ResultStep[], sources: string[] }} props
 */
export function CaseFacts({ steps, sources }) {
  const { t } = useScreen();
  return (
    <Part id="case" title={t("The figures of the case")} phase="open">
      <Steps steps={steps} />
      {sources.length > 0 && (
        <div class="res-step">
          <h3>{t("Sources")}</h3>
          <ul class="res-sources">
            {sources.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
    </Part>
  );
}
