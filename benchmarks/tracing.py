"""What Chromium's main thread did between a touch and the paint that answers it, by its own trace.

Processor time of that thread alone: a busy machine makes a guest wait longer, but does not change what a touch costs.
"""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from playwright.sync_api import CDPSession, Page

CATEGORIES = ["devtools.timeline", "toplevel"]
TASK = "ThreadControllerImpl::RunTask"
ENDINGS = ("click", "keydown")  # the events whose handlers do the work
SCRIPT = ("FunctionCall", "EvaluateScript")
LAYOUT = ("UpdateLayoutTree", "Layout")
PAINT = ("PrePaint", "Paint", "Layerize", "Commit")

TraceEvent = dict[str, Any]


class Cost(NamedTuple):
    """Of one touch, in milliseconds: as the guest waits for its paint, then of the processor until it and after it."""

    wait: float
    busy: float
    script: float
    layout: float
    paint: float
    afterwards: float


def cost_of(page: Page, browser_side: CDPSession, touch: Callable[[], None], settled: int) -> Cost:
    """Touch, and look at what followed within `settled` milliseconds."""
    trace = _record(page, browser_side, lambda: (touch(), page.wait_for_timeout(settled)))
    mains = {
        (each["pid"], each["tid"])
        for each in trace
        if each.get("name") == "thread_name" and each["args"]["name"] == "CrRendererMain"
    }
    main = sorted(
        (each for each in trace if each.get("ph") == "X" and (each["pid"], each["tid"]) in mains),
        key=lambda each: each["ts"],
    )
    return _cost(main, _longest_wait(trace, main[0]["ts"]))


def _record(page: Page, browser_side: CDPSession, do: Callable[[], object]) -> list[TraceEvent]:
    trace: list[TraceEvent] = []
    ended: list[object] = []

    def collect(part: dict[str, Any]) -> None:
        trace.extend(part["value"])

    browser_side.on("Tracing.dataCollected", collect)
    browser_side.once("Tracing.tracingComplete", lambda end: ended.append(end))  # noqa: PLW0108 # Playwright marks what it calls, and a list's method cannot be
    config = {"includedCategories": CATEGORIES}
    browser_side.send("Tracing.start", {"traceConfig": config, "transferMode": "ReportEvents"})
    do()
    browser_side.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(50)
    browser_side.remove_listener("Tracing.dataCollected", collect)
    return trace


def _longest_wait(trace: list[TraceEvent], start: float) -> float:
    """As `Event Timing` tells it: from the finger to the next paint. It may still tell of a touch before the start."""
    began = {_key(each): each for each in trace if each.get("name") == "EventTiming" and each["ph"] == "b"}
    waits = [
        each["ts"] - began[_key(each)]["ts"]
        for each in trace
        if each.get("name") == "EventTiming" and each["ph"] == "e" and _key(each) in began
        if began[_key(each)]["args"]["data"].get("interactionId") and began[_key(each)]["ts"] >= start
    ]
    return max(waits, default=0) / 1000


def _key(event: TraceEvent) -> tuple[int, str]:
    return event["pid"], str(event.get("id2") or event.get("id"))


def _cost(main: list[TraceEvent], wait: float) -> Cost:
    dispatch = next(
        each for each in main if each["name"] == "EventDispatch" and each["args"]["data"]["type"] in ENDINGS
    )
    # A touch that changes nothing has no paint of its own.
    answered = next((each for each in main if each["name"] == "Commit" and each["ts"] >= dispatch["ts"]), dispatch)
    tasks = [each for each in main if each["name"] == TASK and _end(each) >= dispatch["ts"]]
    until = [each for each in tasks if each["ts"] <= answered["ts"]]
    within = [each for each in main if dispatch["ts"] <= each["ts"] <= _end(until[-1])]
    # What a script makes the browser lay out is counted there.
    scripts = list(_outermost(within, SCRIPT))
    inside = [each for each in within if any(_holds(outer, each) for outer in scripts)]
    return Cost(
        wait=wait,
        busy=_spent(until, (TASK,)),
        script=_spent(scripts, SCRIPT) - _spent(inside, (*LAYOUT, *PAINT)),
        layout=_spent(within, LAYOUT),
        paint=_spent(within, PAINT),
        afterwards=_spent(tasks, (TASK,)) - _spent(until, (TASK,)),
    )


def _outermost(events: list[TraceEvent], names: tuple[str, ...]) -> Iterator[TraceEvent]:
    reached = 0.0
    for each in events:
        if each["name"] in names and each["ts"] >= reached:
            reached = _end(each)
            yield each


def _holds(outer: TraceEvent, inner: TraceEvent) -> bool:
    return outer is not inner and bool(outer["ts"] <= inner["ts"] and _end(inner) <= _end(outer))


def _end(event: TraceEvent) -> float:
    return float(event["ts"] + event["dur"])


def _spent(events: list[TraceEvent], names: tuple[str, ...]) -> float:
    """Milliseconds of the processor."""
    return sum(float(each.get("tdur", 0)) for each in events if each["name"] in names) / 1000
