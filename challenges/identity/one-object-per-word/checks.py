"""Checks of "One object per word"."""
from observe import case, check, measure

COLOURS = ["amber", "bronze", "crimson", "denim", "emerald", "fuchsia", "golden", "hazel", "indigo", "jade"]


def shares(program, words, cost=False):
    program.call("share", ["warm", "up"]).release()
    before = program.live_bytes
    result = program.call("share", words)
    if not check("same", result.type == "list" and result.value == words, f"`share` of {len(words)} words gave {result.repr}."):
        return
    first = {}
    for i, word in enumerate(words):
        one = result.call("__getitem__", i).id
        if first.setdefault(word, one) != one:
            check("shared", False, f"The word {word!r} at index {i} is another object than the first {word!r}.")
            break
    else:
        check("shared", True)
    if cost:
        measure(program.live_bytes - before)
    result.release()
    left = program.live_bytes - before
    check("tidy", left < 150, f"The result of `share` is gone, but {left} bytes more are alive than before.")


@case("eight words")
def eight(program):
    shares(program, "the cat and the dog and the bird".split())


@case("two hundred words")
def two_hundred(program):
    shares(program, [COLOURS[i * i % 10 if i > 9 else i] for i in range(200)], cost=True)
