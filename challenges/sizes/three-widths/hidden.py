"""Hidden cases of "Three widths": texts of any letters."""
from checks import sizes
from observe import case, rng

BORDERS = (0x41, 0x7F, 0x80, 0xFF, 0x100, 0xFFFF, 0x10000, 0x10FFFF)


@case
def any_texts(program):
    numbers = rng()
    for code in BORDERS:
        text = numbers.word(numbers.between(1, 40)) + chr(code)
        sizes(program, "ascii" if code < 128 else "wide", [text, text + text])
