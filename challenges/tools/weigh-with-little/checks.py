"""Checks of "Weigh it with little"."""
import sys

from observe import Rng, case, check, measure


def heap(program, numbers, count):
    """Lists of seven strings that hold each other, and the bytes of the strings."""
    lists, texts = [], 0
    for i in range(count):
        words = [numbers.word(numbers.between(2, 9)) for _ in range(6)] + ["the same"]
        texts += sum(map(sys.getsizeof, words))
        lists.append(program.builtin("list", words))
        if i:
            holder = lists[numbers.below(i)]
            holder.call("append", lists[i]).release()
            lists[i].call("append", lists[numbers.below(i)]).release()
    return lists, texts


def weighed(program, lists, texts):
    """Weighs all that the first list leads to; gives the peak."""
    before = [(each.size, each.refcount) for each in lists]
    wanted = texts + sum([size for size, count in before])
    live = program.live_bytes
    answer = program.call("deep", lists[0])
    peak = answer.peak_bytes
    check("sum", answer.value == wanted, f"`deep` said {answer.value}; {len(lists)} lists and their strings take {wanted} bytes.")
    answer.release()
    left = program.live_bytes - live
    check("leaves", left < 500, f"The call is over, and {left} bytes more are alive than before.")
    same = [(each.size, each.refcount) for each in lists] == before
    check("leaves", same, "After the call a list has another size or another reference count.")
    return peak


@case("one list")
def one(program):
    lists, texts = heap(program, Rng(1), 1)
    weighed(program, lists, texts)


@case("three lists that share")
def shared(program):
    lists, texts = heap(program, Rng(2), 3)
    words = "a string that all three hold"
    text = program.builtin("str", words)
    for each in lists:
        each.call("append", text).release()
    text.release()
    lists[2].call("append", lists[1]).release()
    weighed(program, lists, texts + sys.getsizeof(words))


@case("120 lists")
def many(program):
    lists, texts = heap(program, Rng(3), 120)
    measure(weighed(program, lists, texts))
