"""The last survey of the day, and the one that is weeks later, as a room does them by clicking."""

from tests.browser._people import nl
from tests.browser._stages import TITLES

AGREE = "Mee eens"


def end_the_day(room, name):
    """Ask the same again, and end the day before the step of weeks later.

    Args:
        room: Everyone who is there.
        name: Who answers the first question.

    Returns:
        The code on that phone.
    """
    room.console.next(TITLES["nameting"])
    room.all_see("nameting")
    room.console.open_step()
    phone = room.phones[name]
    phone.button("Start the questions").click()
    phone.page.get_by_role("button", name=AGREE, exact=True).click()
    phone.see(nl("Question {n} of {count}", n=2, count=8))
    room.console.close_step()
    code = phone.page.locator(".survey-letters .hush").inner_text()
    room.console.finish_for_today()
    room.wall.see_title(nl("Thank you, all of you!"))
    for one in room.phones.values():
        one.see_title(nl("Thank you for taking part!"))
    return code


def come_back(room, name, code):
    """Weeks later: the wall tells how to come in, and a code of the day is known again."""
    room.console.weeks_later(TITLES["vervolgmeting"])
    room.wall.see_title(TITLES["vervolgmeting"])
    room.wall.see(nl("Scan the code with your phone's camera"))
    room.console.open_step()
    phone = room.phones[name]
    phone.page.get_by_role("textbox", name=nl("Your own code")).fill(code)
    phone.button("Use code").click()
    phone.see(nl("We know your code. Your answers belong together."))
    room.console.see(nl("{n} people came back with their code.", n=1))
    room.console.close_step()
    room.console.finish()
    room.wall.see_title(nl("Thank you, all of you!"))
