import { useState } from "preact/hooks";

// Several screens, and several copies of this module, may stand in one notebook: names are told apart by a random part.
const part = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(36)).join("");
let last = 0;

/** A name that no other element on the page has, for what must point at an element: labels and descriptions. */
export function useName() {
  const [name] = useState(() => {
    last += 1;
    return `leefkit-${part}-${last}`;
  });
  return name;
}
