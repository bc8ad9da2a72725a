"""Every screen of the guided session can be used by everybody, and the number can be read from the floor."""

import pytest
from playwright.sync_api import expect

SIZES = """() => [...document.querySelectorAll(
    '.guide-host :is(button, .button, .tile, .pick, summary, select), dialog :is(button, summary)')]
    .filter((e) => e.checkVisibility()).map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
    .filter(([, box]) => box.height < 44 || box.width < 44)
    .map(([name, box]) => [name, box.width, box.height])"""


def test_every_screen_of_a_session_can_be_used_by_everybody(trainee, page, accessible):
    def check():
        accessible()
        assert page.evaluate(SIZES) == [], trainee.title

    trainee.check = check
    trainee.open()
    trainee.check_in()
    page.get_by_role("button", name="Start training").wait_for()
    page.locator("summary", has_text="Pace, sound and voice").click()
    trainee.start()
    trainee.get_into_place()
    trainee.later(3)
    check()
    trainee.press("Pause")
    check()
    trainee.press("More")
    for part in page.locator("dialog summary").all():
        part.click()
    check()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="More")).to_be_focused()
    trainee.tell_pain("ache", 2)
    trainee.press("It got worse")
    for value in ("ache", "9", "5"):
        trainee.act(page.locator(f'.pick[value="{value}"]'))
    trainee.arrived()
    trainee.press("Go on with the session")
    check()
    trainee.press("Start")
    while trainee.kind is not None:
        trainee.later(9)
    page.locator("summary", has_text="Your sets").click()
    page.locator("summary", has_text="Tell a little more").click()
    check()
    trainee.press("Done as planned")
    trainee.press("More")
    trainee.press("Enough for today")
    trainee.finish()


LETTERS = """() => { const style = getComputedStyle(document.querySelector('.dial-number'));
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    return pen.measureText('8').actualBoundingBoxAscent; }"""


@pytest.mark.parametrize("size", [(390, 844), (320, 640), (844, 390), (390, 740), (1280, 800)])
def test_the_number_can_be_read_from_two_metres(trainee, page, size):
    page.set_viewport_size({"width": size[0], "height": size[1]})
    trainee.open()
    trainee.check_in()
    trainee.start()
    assert page.evaluate(LETTERS) >= 0.29 * min(size)
    box, ring = page.locator(".dial-number").bounding_box(), page.locator(".dial").bounding_box()
    assert box["width"] < ring["width"]
    for name in ("Pause", "This hurts", "More"):
        expect(page.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    said, keys = page.locator(".guide-then").bounding_box(), page.locator(".guide-keys").bounding_box()
    assert said["y"] + said["height"] <= keys["y"] or said["x"] + said["width"] <= keys["x"]


def test_with_less_motion_the_figure_goes_from_pose_to_pose(trainee, page):
    trainee.open()
    trainee.check_in()
    trainee.start()
    trainee.get_into_place()
    trainee.later(1)
    page.locator(".guide-figure svg").wait_for()
    picture = "document.querySelector('.guide-figure svg').innerHTML"
    trainee.later(0.1)
    first = page.evaluate(picture)
    trainee.later(0.2)
    assert page.evaluate(picture) == first


@pytest.mark.browser_context_args(reduced_motion="no-preference")
def test_the_figure_moves_in_step_with_the_count(trainee, page):
    trainee.open()
    trainee.check_in()
    trainee.start()
    trainee.get_into_place()
    trainee.later(1)
    page.locator(".guide-figure svg").wait_for()
    picture = "document.querySelector('.guide-figure svg').innerHTML"
    pictures = set()
    for _ in range(8):
        trainee.later(0.1)
        pictures.add(page.evaluate(picture))
    assert len(pictures) >= 6
