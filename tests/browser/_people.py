"""A participant with a phone, who does what a person does: look for words and tap them."""

from playwright.sync_api import expect

from kit.locale import catalogue


def nl(msgid, **values):
    """A sentence of the product as it stands on a Dutch screen."""
    return catalogue("nl")[msgid].format(**values)


class Phone:
    """One phone in somebody's hand."""

    def __init__(self, page, name):
        self.page = page
        self.name = name

    def button(self, msgid, **values):
        return self.page.get_by_role("button", name=nl(msgid, **values), exact=True)

    def see(self, text, **patience):
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible(**patience)

    def see_title(self, title):
        expect(self.page.get_by_role("heading", name=title, level=1)).to_be_visible()

    def scan(self, address):
        """Open the address in the QR code."""
        self.page.goto(address)
        self.see_title(nl("Where do you come from?"))

    def join(self, address, organisation):
        self.scan(address)
        self.page.get_by_role("radio", name=organisation, exact=True).check()
        self.button("Next").click()
        self.see(nl("On the trainer's laptop, not on the internet. The trainer removes names within 30 days. "
                    "The report has no names."))  # fmt: skip
        self.button("Take part").click()

    @property
    def team(self):
        """The table that the phone says you sit at."""
        return self.page.locator(".seat-name, .head-team").inner_text()

    def card(self, text):
        return self.page.get_by_role("article").filter(has_text=text)

    def choose_zone(self, label):
        """Open a field of the canvas, if it is not open yet."""
        head = self.page.get_by_role("heading", name=label).get_by_role("button")
        if head.get_attribute("aria-expanded") == "false":
            head.click()

    def type(self, text, zone=None):
        if zone is not None:
            self.choose_zone(zone)
        self.page.get_by_role("textbox").fill(text)

    def put(self):
        """Tap the button that puts the card down, whatever the step calls it."""
        adds = self.button("Add card").or_(self.button("Add idea"))
        adds.click()

    def write(self, text, zone=None):
        """Write a card, and wait until the workshop has it."""
        self.type(text, zone)
        self.put()
        expect(self.button("Change card: {text}", text=text)).to_be_visible()

    def build_on(self, text, addition):
        self.card(text).get_by_role("button", name=nl("Build on this")).click()
        self.write(addition)
        expect(self.card(addition)).to_contain_text(nl("Builds on: {text}", text=text))

    def give(self, text, dots):
        """Give a card so many dots more, one tap each."""
        for _ in range(dots):
            self.more(text).click()

    def more(self, text):
        return self.card(text).get_by_role("button", name=nl("One dot more"))

    def dots_on(self, text):
        return self.card(text).get_by_role("status")

    def give_only_dot(self, text):
        self.page.get_by_role("button", name=f"{nl('Give dot')}: {text}", exact=True).click()

    def send_vote(self):
        self.button("Send vote").or_(self.button("Send vote again")).click()

    def vote_is_in(self, **patience):
        """Wait until the workshop has the vote as it stands here."""
        expect(self.button("Vote sent")).to_be_visible(**patience)
        self.see(nl("Your vote is in. You can change it until the vote closes."), **patience)

    def vote(self, votes):
        for text, dots in votes.items():
            self.give(text, dots)
        self.send_vote()
        self.vote_is_in()
