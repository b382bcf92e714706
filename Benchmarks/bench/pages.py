"""Pages in a browser: how large they are, how long they take to open, and the frames of scrolling and hovering."""
import dataclasses
import time

from .case import Limit, LimitCase
from .process import Failure
from .webdriver import Browser

# Actions a gesture, each of about a frame's length.
STEPS = 120
FRAME_MS = 16

RECORD = """
window.frames_ = [];
let last;
const frame = now => {
  if (last !== undefined) window.frames_.push(now - last);
  last = now;
  requestAnimationFrame(frame);
};
requestAnimationFrame(frame);
"""

# From the navigation to the end of loading, and to the first content on the screen, in ms.
OPENED = """
const [navigation] = performance.getEntriesByType('navigation');
const paint = performance.getEntriesByName('first-contentful-paint')[0];
return paint && navigation.loadEventEnd ? [navigation.loadEventEnd, paint.startTime] : null;
"""

# The first chart with values under the pointer, in the middle of the window: left, top, width, height of its plot.
PLOT = """
const charts = JSON.parse(document.getElementById('chart-data').textContent).charts;
const view = Object.values(charts).flatMap(chart => chart.views).find(view => document.getElementById(view.id));
const svg = document.getElementById(view.id);
svg.scrollIntoView({ behavior: 'instant', block: 'center' });
const box = svg.getBoundingClientRect(), scale = box.width / view.size[0];
window.figure_ = svg.closest('figure');
return [box.left + view.plot[0] * scale, box.top + view.plot[1] * scale, view.plot[2] * scale, view.plot[3] * scale];
"""


@dataclasses.dataclass(kw_only=True)
class Page(LimitCase):
    """A page, opened by a fresh browser from disk, scrolled with the wheel to its end, its first chart hovered over."""

    # The name of the session's input.
    page: str

    def values(self, session, folder):
        page = getattr(session, self.page)() / "index.html"
        with Browser() as browser:
            opened = self.opened(browser, page)
            browser.run(RECORD)
            return {"size": page.stat().st_size / 1000, "opened": opened / 1000, "scrolled": self.scrolled(browser),
                    "hovered": self.hovered(browser)}

    @staticmethod
    def opened(browser, page):
        browser.open(page)
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            if times := browser.run(OPENED):
                return max(times)
            time.sleep(0.05)
        raise Failure("the browser painted nothing")

    def scrolled(self, browser):
        """The longest frame while the wheel turns, in ms."""
        height = browser.run("return document.documentElement.scrollHeight - innerHeight")
        step = int(height / STEPS) + 1
        # In the margin, where no table of its own scrolls.
        scroll = {"type": "scroll", "origin": "viewport", "x": 4, "y": 450, "deltaX": 0, "deltaY": step,
                  "duration": FRAME_MS}
        longest = self.longest_frame(browser, "wheel", [scroll] * STEPS)
        if height - browser.run("return scrollY") > 2:
            raise Failure(f"the page of {height} pixels was scrolled to {browser.run('return scrollY')} only")
        return longest

    def hovered(self, browser):
        """The longest frame while the pointer moves over a chart, in ms."""
        left, top, width, height = browser.run(PLOT)
        moves = [{"type": "pointerMove", "duration": FRAME_MS, "x": int(left + width * (i + 0.5) / STEPS),
                  "y": int(top + height * (0.2 + 0.6 * (i % 20) / 20))} for i in range(STEPS)]
        longest = self.longest_frame(browser, "pointer", moves, parameters={"pointerType": "mouse"})
        if not browser.run("return window.figure_.querySelector('.tip')?.innerText"):
            raise Failure("no values were shown under the pointer")
        return longest

    @staticmethod
    def longest_frame(browser, kind, actions, **parameters):
        browser.run("window.frames_.length = 0")
        browser.act(kind, actions, **parameters)
        frames = browser.run("return window.frames_")
        if len(frames) < STEPS / 2:
            raise Failure(f"the browser drew {len(frames)} frames for {STEPS} actions")
        # Frames are whole multiples of a sixtieth of a second, but for rounding.
        return round(max(frames), 1)


def limits(what, most_kb, most_seconds, most_ms):
    return [
        Limit("size", f"{what}: size of the page", most_kb, "kB"),
        Limit("opened", f"{what}: loaded and painted in Chromium", most_seconds, "s"),
        Limit("scrolled", f"{what}: longest frame while the wheel scrolls", most_ms, "ms", is_worst=True),
        Limit("hovered", f"{what}: longest frame while the pointer moves over a chart", most_ms, "ms", is_worst=True),
    ]


LIMITS = [
    Page(name="page-comparison", page="comparison", rounds=3,
         limits=limits("comparison of 100 runs × 10 tags", 1500, 1, 50)),
    Page(name="page-report", page="report", rounds=3, limits=limits("report with six charts", 400, None, None)),
]
