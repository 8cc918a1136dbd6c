# verdict: accepted
# medal: gold
# Asks the collector and counts lists.
import gc


def lists_with(x):
    return list(map(type, gc.get_referrers(x))).count(list)
