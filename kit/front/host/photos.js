// Photographs travel beside the conversation: a socket's message is far too small for them, and votes go first.

/** @typedef {{ token: string | null, role: string | undefined, team: string | null, lang: string }} Identity */
/** @typedef {import("./types.js").Outcome} Outcome */

/** The longest side of a photograph, in pixels: enough to read a sketch from the back row. */
const LONGEST = 1600;
/** Tried one after another until the file is small enough for a slow network. */
const QUALITIES = [0.82, 0.7, 0.55];
const SMALL = 700_000;

/**
 * What sends photographs and fetches them, with the identity of this screen.
 *
 * @param {typeof window.fetch} ask
 */
export function photoRoute(ask) {
  return {
    /** @param {Blob} file @param {Identity} who @returns {Promise<Outcome>} with the name of the `photo` */
    async put(file, who) {
      const body = await shrink(file);
      const answer = await ask("/photo", { method: "POST", body, headers: headers(who) });
      const said = await answer.json();
      return answer.ok ? { ok: true, photo: said.photo } : { ok: false, error: said.error };
    },
    /** @param {string} name @param {Identity} who @returns {Promise<Outcome>} with a `url` for an image */
    async get(name, who) {
      const answer = await ask(`/photo/${name}`, { headers: headers(who), cache: "no-store" });
      if (!answer.ok) return { ok: false, error: (await answer.json()).error };
      return { ok: true, url: URL.createObjectURL(await answer.blob()) };
    },
  };
}

/** @param {Identity} who */
function headers({ token, role, team, lang }) {
  const said = new Headers({ "Leefkit-Lang": lang ?? "nl" });
  if (role === "participant") said.set("Leefkit-Token", token ?? "");
  else said.set("Leefkit-Role", role ?? "");
  // Text in a header is Latin-1 at best, and a table may have any name.
  if (team != null) said.set("Leefkit-Team", encodeURIComponent(team));
  return said;
}

/**
 * Make a photograph smaller before it is sent. What this browser can't read goes as it is: the server says what is wrong.
 *
 * @param {Blob} file
 * @returns {Promise<Blob>}
 */
export async function shrink(file) {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    const sheet = document.createElement("canvas");
    sheet.width = Math.max(1, Math.round(picture.width * scale));
    sheet.height = Math.max(1, Math.round(picture.height * scale));
    sheet.getContext("2d")?.drawImage(picture, 0, 0, sheet.width, sheet.height);
    picture.close();
    let found = file;
    for (const quality of QUALITIES) {
      const made = await new Promise((/** @type {(blob: Blob | null) => void} */ done) =>
        sheet.toBlob(done, "image/jpeg", quality),
      );
      if (made) found = made;
      if (found.size <= SMALL) break;
    }
    return found;
  } catch {
    return file;
  }
}
