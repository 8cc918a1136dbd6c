# verdict: partial
# fails: tidy
# says: bytes more are alive than before
# A global table keeps every word for ever.
seen = {}


def share(words):
    return [seen.setdefault(word, word) for word in words]
