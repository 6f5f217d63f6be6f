import { useCallback, useState } from "preact/hooks";

/**
 * A text that is being typed, kept on the device until it is sent, so that a reload or a step that closes doesn't
 * throw it away.
 *
 * @param {string} key what it is for; another key is another draft
 * @returns {[string, (text: string) => void]}
 */
export function useDraft(key) {
  const place = `leefkit/draft/${key}`;
  const [kept, set] = useState(() => ({ place, text: recall(place) }));
  const text = kept.place === place ? kept.text : recall(place);
  const change = useCallback(
    (/** @type {string} */ next) => {
      set({ place, text: next });
      keep(place, next);
    },
    [place],
  );
  return [text, change];
}

/** @param {string} place */
function recall(place) {
  try {
    return sessionStorage.getItem(place) ?? "";
  } catch {
    return ""; // no storage in this browser: then only for as long as the page lives
  }
}

/**
 * @param {string} place
 * @param {string} text
 */
function keep(place, text) {
  try {
    if (text) sessionStorage.setItem(place, text);
    else sessionStorage.removeItem(place);
  } catch {
    // as above
  }
}
