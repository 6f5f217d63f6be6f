// The little Markdown that a trainer's notes are written in: headings, lists, bold and italic.

/**
 * @param {string} text
 * @returns {import("preact").ComponentChildren}
 */
function inline(text) {
  return text.split(/(\*\*[^*]+\*\*|\*[^*]+\*)/).map((part, i) => {
    if (part.startsWith("**")) return <strong key={i}>{part.slice(2, -2)}</strong>;
    return part.startsWith("*") && part.endsWith("*") && part.length > 2 ? (
      <em key={i}>{part.slice(1, -1)}</em>
    ) : (
      part
    );
  });
}

/** @typedef {{ kind: "heading" | "list" | "text", lines: string[] }} Block */

/**
 * What a line is, and what it says.
 *
 * @param {string} line
 * @returns {{ kind: Block["kind"], text: string }}
 */
function read(line) {
  const [, sign, text] = /^(#+|[-*]) (.*)$/.exec(line) ?? [];
  if (!sign) return { kind: "text", text: line };
  return { kind: sign.startsWith("#") ? "heading" : "list", text };
}

/**
 * Text in blocks: what stands between empty lines, with each run of list lines and each heading on its own.
 *
 * @param {string} text
 * @returns {Block[]}
 */
export function blocks(text) {
  /** @type {Block[]} */
  const found = [];
  let fresh = true;
  for (const raw of text.split("\n")) {
    const line = read(raw.trim());
    const last = found.at(-1);
    const same = !fresh && last?.kind === line.kind && line.kind !== "heading";
    fresh = !line.text;
    if (fresh) continue;
    if (same) last?.lines.push(line.text);
    else found.push({ kind: line.kind, lines: [line.text] });
  }
  return found;
}

/** @param {{ text: string }} props */
export function Markdown({ text }) {
  return (
    <div class="prose">
      {blocks(text).map(({ kind, lines }, i) => {
        if (kind === "heading") return <h3 key={i}>{inline(lines.join(" "))}</h3>;
        if (kind === "text") return <p key={i}>{inline(lines.join(" "))}</p>;
        return (
          <ul key={i}>
            {lines.map((line, n) => (
              <li key={n}>{inline(line)}</li>
            ))}
          </ul>
        );
      })}
    </div>
  );
}
