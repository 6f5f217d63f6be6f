// What every host asks of the device.
import { translator } from "../ui/text.js";

/** @typedef {import("./client.js").Client} Client */

/** @param {string} lang */
export function offlineText(lang) {
  const t = translator(lang);
  return t("There is no connection right now. Try it again in a moment.");
}

/**
 * Whatever says that the phone woke up or found its network again: connect at once.
 *
 * @param {Client} client
 * @returns {() => void} stops it
 */
export function followDevice(client) {
  const wake = () => {
    if (document.visibilityState === "visible") client.link.wake();
  };
  document.addEventListener("visibilitychange", wake);
  for (const event of ["online", "pageshow", "focus"]) window.addEventListener(event, wake);
  return () => {
    document.removeEventListener("visibilitychange", wake);
    for (const event of ["online", "pageshow", "focus"]) window.removeEventListener(event, wake);
  };
}
