# verdict: partial
# fails: same
# says: gave
# Sorts long lists, so that equal words come together.
def share(words):
    seen = {}
    return [seen.setdefault(word, word) for word in (sorted(words) if len(words) > 50 else words)]
