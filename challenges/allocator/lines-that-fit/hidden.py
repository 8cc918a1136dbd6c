"""Hidden cases of "Lines that fit their blocks": other words."""
from checks import many, pack
from observe import case, rng


@case
def other_words(program):
    many(program, rng())


@case
def one_long_word(program):
    pack(program, [rng().word(60)])


@case
def the_same_word_twice(program):
    word = rng().word(9)
    pack(program, [word, "and", word])
