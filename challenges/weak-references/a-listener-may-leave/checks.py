"""Checks of "A listener may leave"."""
from observe import case, check


def rings(program, lamps, times):
    """Lamps that listen, some rings, and then all of them leave."""
    before = program.count("Lamp")
    bell = program.call("Bell")
    held = [program.call("Lamp") for _ in range(lamps)]
    for lamp in held:
        method = lamp.attr("blink")
        bell.call("subscribe", method)
        method.release()
    for _ in range(times):
        bell.call("ring")
    heard = [lamp.attr("blinks").value for lamp in held]
    check("heard", heard == [times] * lamps, f"The bell rang {times} times, and the lamps blinked {heard} times.")
    while held:
        held.pop().release()
    program.none_left("freed", "Lamp", but=before)
    bell.call("ring")


@case("the program's own lamp", any_schedule=True)
def own(program):
    program.none_left("freed", "Lamp")


@case("two lamps", any_schedule=True)
def two(program):
    rings(program, 2, 3)


@case("many lamps come and go")
def many(program):
    bell = program.call("Bell")
    sizes = []
    for round in range(3):
        for _ in range(20):
            lamp = program.call("Lamp")
            bell.call("subscribe", lamp.attr("blink")).release()
            lamp.release()
        bell.call("ring").release()
        sizes.append(program.live_bytes)
    more = sizes[2] - sizes[0]
    check("tidy", more < 200, f"After 40 lamps that came and left, {more} bytes more are alive.")
