// Where a figure can be had as a file; null where no server gives any, as in a notebook of JupyterLab, or on a phone.
import { createContext } from "preact";
import { useContext } from "preact/hooks";

/**
 * @typedef {"svg" | "csv"} Ending
 * @typedef {(name: string, ending: Ending) => string} Address
 */

/** @type {import("preact").Context<Address | null>} */
export const Files = createContext(/** @type {Address | null} */ (null));

export const useFiles = () => useContext(Files);
