"""A person in front of the guided session, in a real browser: by touch, by mouse or by keyboard alone."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

from playwright.sync_api import Locator, Page, expect

if TYPE_CHECKING:
    from tests.web.conftest import Diary, Travel

Manner = Literal["touch", "mouse", "keys"]
# Shorter than a gap after which the player asks what was done in it.
STEP = timedelta(seconds=9)
_UNSAVED = "import('/static/mainstay/js/store.js').then((m) => m.open()).then((store) => store.unsaved())"


def nothing() -> None:
    """Check nothing: what a screen is like is another test's matter."""


@dataclass
class Trainee:
    """Somebody who trains. ``check`` is called on every screen they come to."""

    page: Page
    address: str
    travel: "Travel"
    now: datetime
    manner: Manner = "mouse"
    check: Callable[[], None] = nothing
    seen: list[str] = field(default_factory=list)

    # --- What they see ------------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """The heading of the screen."""
        return self.page.get_by_role("heading", level=1).inner_text()

    @property
    def kind(self) -> str | None:
        """What the player is at: ready, work, change or rest; None outside of it."""
        stage = self.page.locator(".guide")
        return stage.get_attribute("data-kind") if stage.count() else None

    @property
    def number(self) -> str:
        """The one big number."""
        return self.page.locator(".dial-number").inner_text()

    def arrived(self) -> None:
        """Look at a screen: nothing has lost the focus, and whatever else is to be checked."""
        at = self.page.evaluate("document.activeElement.tagName")
        assert at != "BODY", f"the focus is lost on “{self.title}”"
        self.seen.append(self.title)
        self.check()

    # --- What they do -------------------------------------------------------------------------------------

    def open(self, path: str = "/train/") -> None:
        """Open the guided session, with the clock of the browser in the test's hands."""
        self.page.clock.install(time=self.now)
        self.page.goto(self.address + path)
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()

    def press(self, name: str, *, exact: bool = True) -> None:
        """Press a button or follow a link by its name."""
        named = self.page.get_by_role("button", name=name, exact=exact)
        self.act(named.or_(self.page.get_by_role("link", name=name, exact=exact)).first)

    def act(self, target: Locator) -> None:
        """Press something in this person's manner."""
        expect(target).to_be_visible()
        if self.manner == "touch":
            target.tap()
        elif self.manner == "mouse":
            target.click()
        else:
            self.reach(target)
            self.page.keyboard.press("Enter")

    def reach(self, target: Locator) -> None:
        """Tab on until something has the focus."""
        for _ in range(150):
            if target.evaluate("one => one === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {target}")

    def choose(self, name: str, value: str) -> None:
        """Pick a tile."""
        tile = self.page.locator(f'input[name="{name}"][value="{value}"]')
        if self.manner == "touch":
            self.page.locator("label.tile", has=tile).tap()
        elif self.manner == "mouse":
            self.page.locator("label.tile", has=tile).click()
        else:
            self._choose_by_keys(name, value)
        expect(tile).to_be_checked()

    def _choose_by_keys(self, name: str, value: str) -> None:
        values = self.page.locator(f'input[name="{name}"]').evaluate_all("all => all.map((one) => one.value)")
        self.reach(self.page.locator(f'input[name="{name}"]').first)
        self.page.keyboard.press("Space")
        for _ in range(values.index(value)):
            self.page.keyboard.press("ArrowDown")

    def later(self, seconds: float) -> None:
        """Let time pass, here and on the server, without ever sleeping."""
        whole = timedelta(seconds=seconds)
        while whole > timedelta():
            step = min(STEP, whole)
            whole -= step
            self.now += step
            self.travel(self.now)
            self.page.clock.fast_forward(int(step.total_seconds() * 1000))

    # --- A session ----------------------------------------------------------------------------------------

    def check_in(self, pain: int = 2) -> None:
        """Answer what is asked before training, with nothing unusual."""
        expect(self.page.get_by_role("heading", name="How are you today?")).to_be_focused()
        self.arrived()
        self.choose("pain_now", str(pain))
        for question in ("today-nerves", "today-unwell", "today-fall"):
            self.choose(question, "no")
        self.press("Go on")

    def start(self) -> None:
        """Start the session that follows."""
        expect(self.page.get_by_role("button", name="Start training")).to_be_visible()
        self.arrived()
        self.press("Start training")
        expect(self.page.locator(".guide")).to_be_visible()
        self.arrived()

    def get_into_place(self) -> None:
        """Be ready at once: the arrow begins the first set."""
        if self.kind == "ready":
            self.press("Next")
        expect(self.page.locator(".guide")).to_have_attribute("data-kind", "work")

    def go_to(self, wanted: Callable[[str], bool]) -> str:
        """Press on until the player is at an exercise that is wanted; rate nothing on the way."""
        for _ in range(80):
            if self.kind is None:
                self.press_first("Done as planned", "Go on")
            elif wanted(self.title):
                return self.title
            else:
                self.press("Next")
        raise AssertionError("there is no such exercise")

    def press_first(self, *names: str) -> None:
        """Press the first of some buttons that is there."""
        there = [name for name in names if self.page.get_by_role("button", name=name, exact=True).count()]
        self.press(there[0])

    def train_to_the_end(self, effort: int = 5, pain: int = 2) -> None:
        """Do every exercise as it is counted, and rate each."""
        for _ in range(200):
            if self.title == "And all in all?":
                return
            if self.kind is None:
                self.rate(effort, pain)
            else:
                self.later(STEP.total_seconds())
        raise AssertionError("the session does not end")

    def rate(self, effort: int, pain: int) -> None:
        """Say how an exercise was."""
        self.arrived()
        self.choose("effort", str(effort))
        self.choose("pain", str(pain))
        self.press("Done as planned")

    def finish(self, effort: int = 5, pain: int = 2) -> None:
        """Say how the session was, and end it."""
        self.arrived()
        self.choose("effort", str(effort))
        self.choose("pain_after", str(pain))
        self.press("Finish the session")
        expect(self.page.get_by_role("heading", name="What comes next")).to_be_visible()
        self.arrived()

    def tell_pain(self, kind: str, pain: int, effort: int = 5) -> None:
        """Say what hurts, how much, and how hard it was."""
        self.press("This hurts")
        self.arrived()
        for value in (kind, str(pain), str(effort)):
            self.act(self.page.locator(f'.pick[value="{value}"]'))
            self.arrived()

    def until_saved(self) -> None:
        """Wait until the page says that everything is in the diary, and it is."""
        calm = 0
        for _ in range(400):
            calm = 0 if self.page.evaluate(_UNSAVED) else calm + 1
            if calm == 3:
                break
            self.page.wait_for_timeout(50)
        expect(self.page.locator("[data-sync]")).to_have_attribute("data-state", "saved")


# --- What the diary has of it -------------------------------------------------------------------------


def items(diary: "Diary") -> list[dict[str, Any]]:
    """The session's prescriptions as it was shown last."""
    plan = diary.told("session_started")[-1]["plan"]
    return [item for block in plan["blocks"] for item in block["items"]]


def asked_sets(diary: "Diary") -> list[tuple[str, int, str]]:
    """Every set that the session asks for: (exercise, set, side)."""
    return sorted(
        (item["exercise"], number, side)
        for item in items(diary)
        for number in range(1, item["sets"] + 1)
        for side in (item["sides"] or [""])
    )


def done_sets(diary: "Diary") -> list[tuple[str, int, str]]:
    """Every set that the diary has, as often as it has it."""
    return sorted((one["exercise"], one["set"], one.get("side", "")) for one in diary.told("set_performed"))
