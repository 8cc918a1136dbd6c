"""Hidden cases of "Weigh it with little": other heaps, and a long chain."""
from checks import heap, weighed
from observe import case, measure, rng


@case
def others(program):
    lists, texts = heap(program, rng(), 120)
    measure(weighed(program, lists, texts))


@case
def chain(program):
    lists, texts = heap(program, rng(), 1)
    for _ in range(1050):
        made = program.builtin("list", [])
        made.call("append", lists[-1]).release()
        lists.append(made)
    lists.reverse()
    weighed(program, lists, texts)
