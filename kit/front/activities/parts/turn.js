import { useEffect, useState } from "preact/hooks";

/**
 * Show one thing after another, slowly; whoever looks may stop it, or leaf through it.
 *
 * @param {number} count how many there are
 * @param {number} seconds how long each stays
 */
export function useTurn(count, seconds) {
  const [at, go] = useState(0);
  const [stopped, stop] = useState(false);
  const index = count > 0 ? Math.min(at, count - 1) : 0;
  useEffect(() => {
    if (stopped || count < 2) return undefined;
    const timer = setInterval(() => go((n) => (n + 1) % count), seconds * 1000);
    return () => clearInterval(timer);
  }, [stopped, count, seconds]);
  const leaf = (/** @type {number} */ by) => {
    stop(true);
    go((index + by + count) % count);
  };
  return { index, stopped, stop, leaf };
}
