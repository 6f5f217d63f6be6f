// What every host asks of the device.
import { translator } from "../ui/text.js";

/** @typedef {import("./client.js").Client} Client */

/** @param {string} lang */
export function offlineText(lang) {
  const t = translator(lang);
  return t("There is no connection right now. Try it again in a moment.");
}

const NEWS = ["online", "offline", "pageshow", "focus"];

/**
 * Whatever says that the phone woke up, or found or lost its network: see at once whether the connection lives.
 *
 * @param {Client} client
 * @returns {() => void} stops it
 */
export function followDevice(client) {
  const wake = () => {
    if (document.visibilityState === "visible") client.link.wake();
  };
  document.addEventListener("visibilitychange", wake);
  for (const event of NEWS) window.addEventListener(event, wake);
  return () => {
    document.removeEventListener("visibilitychange", wake);
    for (const event of NEWS) window.removeEventListener(event, wake);
  };
}
