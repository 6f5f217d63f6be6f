// Pure helpers for what is shown: times and numbers.

/**
 * Seconds as a clock: 4:05, 1:02:03, and -0:30 past the end.
 *
 * @param {number} seconds
 * @returns {string}
 */
export function clock(seconds) {
  const whole = Math.ceil(seconds);
  const size = Math.abs(whole);
  const hours = Math.floor(size / 3600);
  const minutes = Math.floor((size % 3600) / 60);
  const rest = String(size % 60).padStart(2, "0");
  const text = hours ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
  return whole < 0 ? `-${text}` : text;
}

/**
 * Seconds left on a timer; null when there is none.
 *
 * @param {import("../generated/messages.js").TimerView | null | undefined} timer
 * @param {number} now Unix seconds on this device's clock
 * @returns {number | null}
 */
export function left(timer, now) {
  if (!timer) return null;
  if (timer.ends != null) return timer.ends - now;
  return timer.left ?? null;
}

/**
 * A number as people write it in their language.
 *
 * @param {number} value
 * @param {string} lang
 * @param {number} [digits] decimals at most
 * @returns {string}
 */
export function number(value, lang, digits = 0) {
  return new Intl.NumberFormat(lang, { maximumFractionDigits: digits }).format(value);
}

/**
 * A share of one as a percentage.
 *
 * @param {number} share
 * @param {string} lang
 * @returns {string}
 */
export function percent(share, lang) {
  return new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 0 }).format(share);
}

/**
 * Unix seconds as a time of day.
 *
 * @param {number} at
 * @param {string} lang
 * @returns {string}
 */
export function timeOfDay(at, lang) {
  return new Intl.DateTimeFormat(lang, { hour: "2-digit", minute: "2-digit" }).format(at * 1000);
}
