import { Icon } from "./icon.jsx";
import { useScreen } from "./model.js";

/**
 * The connection, quietly. Says in words what an icon shows; `brief` leaves only the icon while all is well.
 *
 * @param {{ brief?: boolean }} props
 */
export function StatusLine({ brief = false }) {
  const { status, pending, code, t } = useScreen();
  if (!status || code === null) return null;
  const waiting = status !== "connected" && pending.length > 0;
  const text = {
    connected: t("Connected"),
    connecting: t("Connecting…"),
    offline: t("No connection for a moment. Your work is kept."),
  }[status];
  return (
    <p
      class={`status status-${status} ${brief && status === "connected" ? "status-brief" : ""}`}
      role="status"
    >
      {status === "connected" ? <span class="status-dot" aria-hidden="true" /> : <Icon name="offline" />}
      <span class="status-text">{text}</span>
      {waiting && (
        <span class="status-waiting">
          {pending.length === 1
            ? t("1 thing waits to be sent.")
            : t("{n} things wait to be sent.", { n: pending.length })}
        </span>
      )}
    </p>
  );
}
