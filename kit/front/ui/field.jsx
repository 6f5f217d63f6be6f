import { useScreen } from "./model.js";
import { useName } from "./name.js";

/**
 * A text field that says what it is for, how much room is left and what is wrong. Grows with its text.
 *
 * @param {{
 *   label: import("preact").ComponentChildren,
 *   help?: import("preact").ComponentChildren,
 *   value: string,
 *   onInput: (text: string) => void,
 *   max?: number,
 *   lines?: number,
 *   grows?: boolean,
 *   error?: string,
 *   hideLabel?: boolean,
 *   field?: import("preact").Ref<any>,
 *   class?: string,
 *   aside?: import("preact").ComponentChildren,
 *   [attribute: string]: any,
 * }} props `grows`: for more than one line; `aside` is news that stands beside
 *   the label
 */
export function Field({
  label,
  help,
  value,
  onInput,
  max,
  lines = 1,
  grows = lines > 1,
  error,
  hideLabel,
  field,
  class: extra,
  aside,
  ...rest
}) {
  const name = useName();
  const room = max == null ? Number.POSITIVE_INFINITY : max - value.length;
  const near = max != null && room <= max / 4;
  const wrong = Boolean(error) || room < 0;
  /** @type {Record<string, any>} */
  const input = {
    ...rest,
    ref: field,
    id: name,
    class: extra ? `field-input ${extra}` : "field-input",
    value,
    "aria-invalid": wrong ? "true" : undefined,
    "aria-describedby": names(help && `${name}-help`, near && `${name}-room`, error && `${name}-error`),
    onInput: (/** @type {any} */ event) => onInput(event.currentTarget.value),
  };
  return (
    <div class={wrong ? "field field-wrong" : "field"}>
      <label class={hideLabel ? "hush" : "field-label"} for={name}>
        {label}
      </label>
      {aside && (
        <p class="field-aside" role="status">
          {aside}
        </p>
      )}
      {help && (
        <p class="field-help" id={`${name}-help`}>
          {help}
        </p>
      )}
      {grows ? (
        <div class="field-box" data-value={`${value}\n`}>
          <textarea {...input} rows={lines} />
        </div>
      ) : (
        <input type="text" {...input} />
      )}
      {near && <Room name={`${name}-room`} room={room} />}
      {error && (
        <p class="field-error" id={`${name}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/**
 * The names that there are, as an attribute; undefined leaves the attribute out.
 *
 * @param {any[]} found
 */
function names(...found) {
  return found.filter(Boolean).join(" ") || undefined;
}

/** @param {{ name: string, room: number }} props */
function Room({ name, room }) {
  const { t } = useScreen();
  return (
    <p class="field-room" id={name}>
      {room < 0 ? t("{n} characters too many", { n: -room }) : t("{n} characters left", { n: room })}
    </p>
  );
}
