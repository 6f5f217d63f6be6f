import { Component } from "preact";
import { Button } from "./button.jsx";

/**
 * Keeps a mistake in one part of a screen from taking the whole screen down. Tries again with the next news.
 *
 * @extends {Component<{
 *   news: any,
 *   t: import("./text.js").Translate,
 *   children?: import("preact").ComponentChildren,
 * }, { failed: boolean }>}
 */
export class Guard extends Component {
  state = { failed: false };

  /** @param {Error} error */
  componentDidCatch(error) {
    console.error(error);
    this.setState({ failed: true });
  }

  /** @param {{ news: any }} before */
  componentDidUpdate(before) {
    if (this.state.failed && before.news !== this.props.news) this.setState({ failed: false });
  }

  render() {
    const { t, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <div class="failed" role="alert">
        <p>{t("Something went wrong on this screen. Your work is kept. Load the page again.")}</p>
        <Button kind="primary" onClick={() => window.location.reload()}>
          {t("Load page again")}
        </Button>
      </div>
    );
  }
}
