# verdict: wrong-answer
# says: 19.1 came out as 19.1000003
# Four bytes are not enough for every digit.
from array import array


def keep(readings):
    return array("f", readings)


kept = keep([20.5, 21.25, 19.75])
print(type(kept), list(kept))
