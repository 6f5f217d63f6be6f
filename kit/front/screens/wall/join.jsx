import { useScreen } from "../../ui/index.js";

/** @typedef {import("../../generated/messages.js").JoinInfo} JoinInfo */

/**
 * The address without what a browser adds by itself.
 *
 * @param {string} url
 */
export function plainAddress(url) {
  return url.replace(/^https?:\/\//, "").replace(/\/(j\/[^/]+)?$/, "");
}

/**
 * The QR code of the join address. Always dark on white: that is what cameras read.
 *
 * @param {{ join: JoinInfo }} props
 */
export function Qr({ join }) {
  const { t } = useScreen();
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${join.size} ${join.size}`}
      role="img"
      aria-label={t("QR code for {url}", { url: join.url })}
      shape-rendering="crispEdges"
    >
      <rect width={join.size} height={join.size} fill="#fff" />
      <path d={join.qr} fill="#000" />
    </svg>
  );
}

/** Join address and code, small: for whoever comes in late. */
export function JoinSmall() {
  const { shared, t } = useScreen();
  if (!shared?.join) return null;
  return (
    <div class="wall-join-small">
      <Qr join={shared.join} />
      <p>
        {t("Join in:")} <b>{plainAddress(shared.join.url)}</b>
        <br />
        {t("Code")} <b class="wall-code">{shared.join.code}</b>
      </p>
    </div>
  );
}
