# verdict: partial
# fails: leaves
# says: references before the call
# Keeps what it asked about.
import gc

asked = []


def lists_with(x):
    asked.append(x)
    return sum([type(holder) is list and holder is not asked for holder in gc.get_referrers(x)])
