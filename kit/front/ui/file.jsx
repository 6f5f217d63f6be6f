import { useEffect, useState } from "preact/hooks";
import { Icon } from "./icon.jsx";

/**
 * A text as a file to keep. It is made here of what the screen has: no request leaves for it.
 *
 * @param {{ text: string, name: string, type: string, children?: import("preact").ComponentChildren }} props `name` of the file, with its
 *   ending; `type` is its MIME type
 */
export function TextFile({ text, name, type, children }) {
  const [address, set] = useState("");
  useEffect(() => {
    if (!text) return undefined;
    const made = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    set(made);
    return () => URL.revokeObjectURL(made);
  }, [text, type]);
  if (!text || !address) return null;
  return (
    <a class="button button-secondary text-file" href={address} download={name}>
      <Icon name="download" />
      <span class="button-text">{children}</span>
    </a>
  );
}
