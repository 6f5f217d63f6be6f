import { clockLang } from "../../activities/parts/words.js";
import { number, timeOfDay, useScreen } from "../../ui/index.js";
import { Checks } from "./moments.jsx";

/** Less than this many megabytes free is worth a word. */
const TIGHT = 500;

/** How the machine is doing: saved, backed up, connected, room on the disk. */
export function System() {
  const { shared, status, lang, t } = useScreen();
  const health = shared?.console?.health;
  if (!health) return null;
  const disk = health.disk_free_mb;
  const size = (/** @type {number} */ mb) =>
    mb >= 1000 ? t("{n} GB free", { n: number(mb / 1000, lang, 1) }) : t("{n} MB free", { n: mb });
  return (
    <div class="stack">
      <dl class="health">
        <dt>{t("Saved")}</dt>
        <dd>{health.saved_at == null ? t("not yet") : timeOfDay(health.saved_at, clockLang(lang))}</dd>
        <dt>{t("Backup")}</dt>
        <dd>{health.backup_at == null ? t("not yet") : timeOfDay(health.backup_at, clockLang(lang))}</dd>
        <dt>{t("This console")}</dt>
        <dd>{status === "offline" ? t("not connected") : t("connected")}</dd>
        {disk != null && (
          <>
            <dt>{t("Disk")}</dt>
            <dd class={disk < TIGHT ? "health-bad" : ""}>
              {size(disk)}
              {disk < TIGHT && ` · ${t("make room soon")}`}
            </dd>
          </>
        )}
        <dt>{t("File")}</dt>
        <dd class="health-file">{health.file}</dd>
      </dl>
      <Checks />
    </div>
  );
}
