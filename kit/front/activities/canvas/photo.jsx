import { useRef, useState } from "preact/hooks";
import { Icon, useScreen } from "../../ui/index.js";
import { usePicture } from "../parts/picture.js";
import "./photo.css";

/**
 * A photograph of a card. Tap it to see it large.
 *
 * @param {{ name: string | null, text: string, still?: boolean }} props `text` is the card's own, which says what is on
 *   it; `still`: it can't be tapped
 */
export function Photo({ name, text, still = false }) {
  const { t } = useScreen();
  const { url, reachable } = usePicture(name);
  const large = useRef(/** @type {HTMLDialogElement | null} */ (null));
  if (!name) return null;
  if (!reachable || url === "") {
    return (
      <span class="photo-none">
        <Icon name="camera" /> {reachable ? t("The photo can't be shown.") : t("With a photo")}
      </span>
    );
  }
  const picture = <img src={url ?? undefined} alt={t("Photo: {text}", { text })} />;
  if (still || !url) return <span class="photo">{url && picture}</span>;
  return (
    <>
      <button
        type="button"
        class="photo"
        aria-label={t("See the photo large: {text}", { text })}
        onClick={() => large.current?.showModal()}
      >
        {picture}
      </button>
      <dialog class="photo-large" ref={large} aria-label={t("Photo: {text}", { text })}>
        <button type="button" onClick={() => large.current?.close()}>
          {picture}
          <span class="photo-close">
            <Icon name="close" /> {t("Close")}
          </span>
        </button>
      </dialog>
    </>
  );
}

/** @typedef {{ name: string, url: string } | null} Taken */

/**
 * Take a photograph for the card that is being written: of a sketch on paper, for instance.
 *
 * @param {{ taken: Taken, take: (photo: Taken) => void }} props
 */
export function TakePhoto({ taken, take }) {
  const { model, send, t } = useScreen();
  const [busy, work] = useState(false);
  const input = useRef(/** @type {HTMLInputElement | null} */ (null));
  if (!model.get("photos")) return null;
  const choose = async (/** @type {File | undefined} */ file) => {
    if (!file) return;
    work(true);
    const outcome = await send({ kind: "photo", file });
    work(false);
    if (outcome.ok && outcome.photo) take({ name: outcome.photo, url: URL.createObjectURL(file) });
  };
  if (taken) {
    return (
      <button type="button" class="photo-take photo-taken" onClick={() => take(null)}>
        <img src={taken.url} alt={t("Your photo")} />
        <span class="hush">{t("Leave the photo out")}</span>
        <Icon name="close" />
      </button>
    );
  }
  return (
    <>
      <button
        type="button"
        class="photo-take"
        aria-label={busy ? t("Being sent…") : t("Add a photo")}
        aria-disabled={busy ? "true" : undefined}
        data-busy={busy ? "" : undefined}
        onClick={() => !busy && input.current?.click()}
      >
        <Icon name="camera" />
      </button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        aria-hidden="true"
        tabIndex={-1}
        onChange={(event) => {
          choose(event.currentTarget.files?.[0]);
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}
