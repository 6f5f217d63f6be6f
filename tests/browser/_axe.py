"""Looks for barriers with axe-core, and for keyboards that get nowhere."""

from pathlib import Path

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => {
  const { violations } = await axe.run(document, { resultTypes: ["violations"] });
  return violations.map(({ id, impact, help, nodes }) => ({
    id, impact, help, where: nodes.slice(0, 5).map((node) => node.target.join(" ")),
  }));
}"""


def barriers(page):
    """What keeps people out of a page as it is now: what axe-core calls serious or critical."""
    assert AXE.is_file(), f"{AXE} is missing; run `npm ci` (make test does)"
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(RUN)
    return [one for one in found if one["impact"] in {"serious", "critical"}]


def tab_to(page, locator, most=80):
    """Press Tab until an element has the focus, as someone without a mouse does."""
    for _ in range(most):
        if locator.evaluate("(one) => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{most} times Tab does not lead to {locator}")


def fits(page):
    """Tell whether nobody has to scroll sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
