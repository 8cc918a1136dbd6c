# verdict: accepted
# Grown by append: with spare room.
from array import array


def keep(readings):
    kept = array("d")
    for reading in readings:
        kept.append(reading)
    return kept


kept = keep([20.5, 21.25, 19.75])
print(type(kept), list(kept))
