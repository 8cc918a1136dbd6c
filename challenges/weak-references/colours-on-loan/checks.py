"""Checks of "Colours on loan"."""
from observe import case, check, measure


def shared(program, name):
    one = program.call("colour", name)
    two = program.call("colour", name)
    check("same", one.attr("name").value == name, f"`colour({name!r}).name` is {one.attr('name').value!r}.")
    check("same", one.id == two.id, f"`colour({name!r})` gave two objects, though the first was still held.")
    one.release()
    three = program.call("colour", name)
    check("same", three.id == two.id, f"`colour({name!r})` gave another object, though one was still held.")


def lent(program, names):
    before = program.count("Colour")
    held = [program.call("colour", name) for name in names]
    check("same", len({one.id for one in held}) == len(names), "Two names gave one colour.")
    held.clear()
    program.none_left("freed", "Colour", but=before)


@case("red")
def red(program):
    shared(program, "red")
    program.none_left("freed", "Colour")


@case("a few colours, twice")
def few(program):
    lent(program, ["red", "green", "blue"])
    lent(program, ["blue", "red"])


@case("300 colours, one after the other")
def many(program):
    program.call("colour", "first")
    before = program.live_bytes
    for i in range(300):
        program.call("colour", f"colour {i}")
    more = program.live_bytes - before
    check("tidy", more < 2000, f"After 300 colours came and went, {more} bytes are left of them.")


@case("what 100 colours take")
def costs(program):
    program.call("colour", "first")
    before = program.live_bytes
    held = [program.call("colour", f"number {i}") for i in range(100)]
    measure(program.live_bytes - before)
    held.clear()
