"""Hidden cases of "One object per word": other words."""
from checks import COLOURS, shares
from observe import case, rng


@case
def other_words(program):
    numbers = rng()
    words = [numbers.word(5) for _ in range(6)]
    shares(program, [numbers.choice(words) for _ in range(25)])
    shares(program, [])


@case
def other_order(program):
    numbers = rng()
    shares(program, COLOURS + [numbers.choice(COLOURS) for _ in range(190)], cost=True)
