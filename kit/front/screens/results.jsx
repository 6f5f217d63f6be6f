// The results of a workshop, on a laptop or a projector: first how people worked together, then what came of it.
import activities from "virtual:activities";
import { useRef } from "preact/hooks";
import { Files } from "../activities/parts/files.js";
import { Icon, screen, useScreen } from "../ui/index.js";
import { CaseFacts } from "./results/case.jsx";
import { Collaboration } from "./results/collaboration.jsx";
import { Contents } from "./results/contents.jsx";
import { Downloads } from "./results/downloads.jsx";
import { Head } from "./results/head.jsx";
import { Part, Steps } from "./results/part.jsx";
import { usePaper } from "./results/print.js";
import { contentsOf, storyOf } from "./results/story.js";
import { Support } from "./results/support.jsx";
import "./results.css";
import "./results/layout.css";
import "./results/print.css";

/** @typedef {import("../generated/messages.js").ResultsView} View */

/** In Voilà and on the page without a kernel the server is the one of this page; in JupyterLab there is none. */
const served = () => /^\/(voila|page)\//.test(window.location.pathname);

/** @type {(lang: string) => import("../activities/parts/files.js").Address} */
const addressIn = (lang) => (name, ending) =>
  `/results/${name.split("/").map(encodeURIComponent).join("/")}.${ending}?lang=${lang}`;

/** What the whole room chose, where it did. @param {{ text: string | null }} props */
function Winner({ text }) {
  const { t } = useScreen();
  if (!text) return null;
  return (
    <div class="res-winner">
      <p class="rank-star">
        <Icon name="star" /> {t("Our idea")}
      </p>
      <p>{text}</p>
    </div>
  );
}

/**
 * The story, part after part, with its contents beside it.
 *
 * @param {{ results: View }} props
 */
function Story({ results }) {
  const { shared, t } = useScreen();
  const story = storyOf(results, shared?.steps ?? [], activities, t);
  const facts = story.facts.length > 0 || results.sources.length > 0;
  return (
    <div class="res-body">
      <Contents entries={contentsOf(story, { facts, files: served() }, t)} />
      <main class="res-main">
        <Collaboration results={results} story={story} />
        {results.steps.length === 0 && <Nothing />}
        {story.parts.map((part, n) => (
          <Part key={part.id} {...part} chapter={n === 0 ? part.chapter : ""}>
            {part.id === "ideas" && <Winner text={results.winner} />}
            {part.id === "support" && story.support && <Support result={story.support} />}
            <Steps steps={part.steps} />
          </Part>
        ))}
        {facts && <CaseFacts steps={story.facts} sources={results.sources} />}
        {served() && <Downloads />}
      </main>
    </div>
  );
}

/** What to expect, before there is anything. */
function Nothing() {
  const { t } = useScreen();
  return (
    <p class="res-empty">
      {t("There are no contributions yet. They appear here as soon as a step was open.")}
    </p>
  );
}

function Results() {
  const { shared, lang, t } = useScreen();
  const page = useRef(/** @type {HTMLDivElement | null} */ (null));
  usePaper(page);
  if (!shared) return <p class="res-loading">{t("Loading…")}</p>;
  const results = /** @type {View | null} */ (shared.results);
  const begun = results && (results.steps.length > 0 || Object.keys(results.joined).length > 0);
  return (
    <Files.Provider value={served() ? addressIn(lang) : null}>
      <div class="res" ref={page}>
        <Head results={results} />
        {begun ? (
          <Story results={results} />
        ) : (
          <main class="res-main">
            <Nothing />
          </main>
        )}
      </div>
    </Files.Provider>
  );
}

export default screen("results", Results);
