"""The large screens, looked at and clicked as their people do; the same in Voilà and without a kernel."""

import re

from playwright.sync_api import expect

from tests.browser._people import nl

VOILA_STARTS = 45_000  # milliseconds, for a kernel on a machine that is busy


class Screen:
    """Any screen: the wall and the results only show."""

    def __init__(self, page):
        self.page = page

    def is_there(self, host):
        expect(self.page.locator(".leefkit")).to_be_visible(timeout=VOILA_STARTS)
        address = r"/page/\w+" if host == "page" else r"/voila/render/\w+\.ipynb"
        assert re.search(address, self.page.url), self.page.url

    def button(self, msgid, **values):
        return self.page.get_by_role("button", name=nl(msgid, **values), exact=True)

    def see(self, text, **patience):
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible(**patience)

    def see_figure(self, *texts):
        """Wait until the sentence beside the figure on a wall holds these texts."""
        for text in texts:
            expect(self.page.locator(".wall-chart-says")).to_contain_text(text)

    def see_title(self, title, **patience):
        expect(self.page.get_by_role("heading", name=title, level=1).first).to_be_visible(**patience)


class Console(Screen):
    """The trainer's."""

    def number_of_tables(self, n):
        many = self.page.locator(".tables-number output")
        while int(many.inner_text()) > n:
            now = many.inner_text()
            self.button("One table less").click()
            expect(many).not_to_have_text(now)

    def start(self, title):
        self.button("Start with {step}", step=title).click()
        self.see_step(title)

    def see_step(self, title, **patience):
        """Wait until the console is in a step; the preview of the wall beside it has the same title."""
        here = self.page.locator(".console-now").get_by_role("heading", level=1, name=title)
        expect(here).to_be_visible(**patience)

    def next(self, title):
        self.button("Next: {step}", step=title).click()
        self.see_step(title)

    def go_to(self, title):
        """Jump by the programme's list."""
        sheet = self.page.get_by_role("navigation")
        sheet.get_by_role("button", name=title).click()
        self.button("Go to this step").click()

    def tab(self, msgid):
        """Choose what a console on a phone shows."""
        self.button(msgid).click()

    def open_step(self):
        self.button("Open step").click()
        self.see(nl("Open for input"))

    def close_step(self):
        self.button("Close step").click()
        expect(self.button("Open again")).to_be_visible()

    def reveal(self):
        self.button("Show to everyone").click()
        self.see(nl("The room sees everything"))

    def finish_for_today(self):
        """End the day before a step that is held weeks later."""
        self.button("Finish for today").click()
        self.button("Finish for today").click()
        self.see_title(nl("Finished for today"))

    def weeks_later(self, title):
        """Let the workshop go on with the step that is held weeks later."""
        self.button("Weeks later: {step}", step=title).click()
        self.see_step(title)

    def finish(self):
        self.button("Finish the workshop").click()
        self.button("Finish the workshop").click()
        self.see_title(nl("The workshop is finished"))


class TeamTable(Screen):
    """A table's own."""

    def sit(self, team):
        self.page.get_by_role("button", name=team).click()
        self.see(team)

    def zone(self, label):
        return self.page.get_by_role("region", name=label)

    def write(self, text, zone):
        """Write a card in a field, and wait until it lies there."""
        here = self.zone(zone)
        here.get_by_role("button", name=nl("Add a card: {zone}", zone=zone)).click()
        here.get_by_role("textbox").fill(text)
        here.get_by_role("button", name=nl("Add card"), exact=True).click()
        expect(here.get_by_role("button", name=nl("Change: {text}", text=text))).to_be_visible()
