import { Icon } from "../../ui/index.js";
import "./calm.css";

/**
 * What a table shows that has nothing to do now.
 *
 * @param {{ icon: string, says: string, small?: string | false, children?: import("preact").ComponentChildren }} props
 */
export function Calm({ icon, says, small, children }) {
  return (
    <div class="table-calm">
      <Icon name={icon} />
      <p>{says}</p>
      {small && <p class="table-calm-small">{small}</p>}
      {children}
    </div>
  );
}
