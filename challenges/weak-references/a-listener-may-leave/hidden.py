"""Hidden cases of "A listener may leave": more lamps, and some that stay."""
from checks import rings
from observe import case, check, rng


@case
def more_lamps(program):
    numbers = rng()
    rings(program, numbers.between(3, 7), numbers.between(1, 5))


@case
def one_stays(program):
    numbers = rng()
    bell, stays = program.call("Bell"), program.call("Lamp")
    bell.call("subscribe", stays.attr("blink"))
    times = numbers.between(4, 8)
    before = program.count("Lamp")
    for _ in range(times):
        goes = program.call("Lamp")
        bell.call("subscribe", goes.attr("blink"))
        goes.release()
        bell.call("ring")
    program.none_left("freed", "Lamp", but=before)
    heard = stays.attr("blinks").value
    check("heard", heard == times, "missed")
