# verdict: accepted
# medal: silver
# The same in a loop.
import gc


def lists_with(x):
    found = 0
    for holder in gc.get_referrers(x):
        if type(holder) is list:
            found += 1
    return found
