"""Checks of "Lines that fit their blocks"."""
from observe import Rng, case, check, measure


def pack(program, words):
    lines = program.call("pack", words).value
    if not check("words", isinstance(lines, list) and all(isinstance(line, str) for line in lines), "`pack` must return a list of texts."):
        return 0
    left = list(words)
    for line in lines:
        for word in line.split(" "):
            if not check("words", word in left, f"{word!r} is in a line, and is no word, or is there too often."):
                break
            left.remove(word)
    check("words", not left, f"{len(left)} words are in no line.")
    longest = max(lines, key=len, default="")
    check("short", len(longest) <= 60, f"A line has {len(longest)} letters: {longest[:46]!r} …")
    return sum((41 + len(line) + 15) // 16 * 16 for line in lines)


def many(program, numbers):
    measure(pack(program, [numbers.word(length) for length in numbers.shuffled([5 + i * 26 // 60 for i in range(60)])]))


@case("a few words")
def few(program):
    pack(program, ["a", "block", "of", "memory"])


@case("sixty words")
def sixty(program):
    many(program, Rng(1))
