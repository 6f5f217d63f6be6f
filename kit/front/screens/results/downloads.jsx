import { Icon, useScreen } from "../../ui/index.js";
import { Part } from "./part.jsx";

/** Everything as one file, and the page on paper; nothing of it where no server gives files. */
export function Downloads() {
  const { shared, t } = useScreen();
  const running = shared?.state === "running";
  return (
    <Part id="files" title={t("Take it with you")}>
      <div class="res-files">
        <a class="res-file" href="/results/alles.zip" target="_blank" rel="noopener">
          <Icon name="download" />
          <span>
            <strong>{t("Everything in one file (ZIP)")}</strong>
            <small>
              {t(
                "All tables for a spreadsheet, all figures, the dates of the agreements, and the sources. Without names of people.",
              )}
            </small>
            {running && <small>{t("What is still open or hidden is not in it yet.")}</small>}
          </span>
        </a>
        <button type="button" class="res-file" onClick={() => window.print()}>
          <Icon name="paper" />
          <span>
            <strong>{t("Print this page")}</strong>
            <small>{t("Or keep it as a PDF: choose that as the printer.")}</small>
          </span>
        </button>
      </div>
    </Part>
  );
}
