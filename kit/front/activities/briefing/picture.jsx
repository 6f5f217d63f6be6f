import { useState } from "preact/hooks";
import { Button, Icon, useScreen } from "../../ui/index.js";
import { usePicture } from "../parts/picture.js";
import "./picture.css";

/** @typedef {import("../../generated/messages.js").PictureView} View */

/**
 * A picture of the case with its caption and its credit. With `asks` it is fetched when somebody taps: a hall full of
 * phones should not fetch all of them at once.
 *
 * @param {{ picture: View, asks?: boolean }} props
 */
export function Picture({ picture, asks = false }) {
  const { t } = useScreen();
  const [wanted, want] = useState(!asks);
  const { url, reachable } = usePicture(wanted ? picture.photo : null);
  return (
    <figure class="case-picture">
      {!wanted && (
        <Button icon="camera" onClick={() => want(true)}>
          {t("See the photo: {text}", { text: picture.alt })}
        </Button>
      )}
      {wanted && url && <img src={url} alt={picture.alt} />}
      {wanted && (!reachable || url === "") && (
        <p class="case-picture-none">
          <Icon name="camera" /> {t("Photo: {text}", { text: picture.alt })}
        </p>
      )}
      {(picture.caption || picture.source) && (
        <figcaption>
          {picture.caption}
          {picture.source && <span class="from">{picture.source}</span>}
        </figcaption>
      )}
    </figure>
  );
}
