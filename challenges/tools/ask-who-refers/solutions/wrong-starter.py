# verdict: partial
# fails: count
# says: `lists_with` said
# Counts every referrer.
import gc


def lists_with(x):
    return len(gc.get_referrers(x))
