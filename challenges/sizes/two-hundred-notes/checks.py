"""Checks of "Two hundred notes"."""
from observe import Rng, case, check, measure

LETTERS = "etaoinshrdlu"
OTHERS = "é€🍵"


def notes_of(numbers, lengths):
    """Frequent letters come first in LETTERS; one note of ten has another character."""
    notes = []
    for length in lengths:
        note = ""
        for _ in range(length):
            note += " " if numbers.below(6) == 0 else LETTERS[min(numbers.below(12), numbers.below(12))]
        if len(notes) % 10 == 3:
            note += OTHERS[numbers.below(3)]
        notes.append(note)
    return notes


def lengths_of(numbers, count):
    """Every length from 0 to 30 about equally often, in an order of their own."""
    start = numbers.below(31)
    return [(start + 11 * i) % 31 for i in range(count)]


def packed(program, notes, asked):
    """Packs notes, lets go of them, asks for some; gives the bytes that the packed ones kept in use."""
    before = program.live_bytes
    given = program.builtin("list", notes)
    held = program.call("pack", given)
    given.release()
    kept = program.live_bytes - before
    for i in asked:
        got = program.call("note", held, i)
        if not check("back", got.value == notes[i], f"Of {len(notes)} notes, number {i} came back as {short(got.value)}; it was {short(notes[i])}."):
            break
    return kept


def short(value):
    text = repr(value)
    return text if len(text) < 60 else text[:54] + " …"


def two_hundred(program, numbers):
    first = notes_of(numbers, lengths_of(numbers, 200))
    packed(program, first, [0, 199])
    notes = notes_of(numbers, lengths_of(numbers, 200))
    cost = packed(program, notes, [0, 199, *(numbers.below(200) for _ in range(6))])
    check("small", cost <= 5000, f"200 packed notes keep {cost} bytes in use.")
    measure(cost)


@case("a few notes")
def few(program):
    notes = ["tea", "", "oil and salt €", "nine", "tea 🍵", "é"]
    packed(program, notes[:1], [0])
    packed(program, notes, range(len(notes)))


@case("two hundred notes")
def many(program):
    two_hundred(program, Rng(7))
