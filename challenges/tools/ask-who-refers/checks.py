"""Checks of "Ask who refers"."""
from observe import case, check, measure


def ask(program, lists, others):
    thing = program.call("builtins.list", ["x"])
    held = [program.builtin("list", program.builtin("tuple", program.builtin("list", []))) for _ in range(lists)]
    for each in held:
        each.call("append", thing)
        each.call("append", thing)
    for _ in range(others):
        pair = program.builtin("dict")
        pair.call("__setitem__", "thing", thing)
        held.append(pair)
    before = thing.refcount
    answer = program.call("lists_with", thing)
    check("count", answer.value == lists, f"{lists} lists and {others} dictionaries hold the object; `lists_with` said {answer.value}.")
    after = thing.refcount
    check("leaves", after == before, f"The object had {before} references before the call, and {after} after it.")
    if lists == 3:
        measure(answer.steps)


@case("three lists and two dictionaries")
def some(program):
    ask(program, 3, 2)
    ask(program, 0, 1)
