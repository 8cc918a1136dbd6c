# verdict: accepted
# medal: gold
# A dictionary of the first ones; room for exactly as many references as there are words.
def share(words):
    seen = {}
    result = [None] * len(words)
    for i, word in enumerate(words):
        result[i] = seen.setdefault(word, word)
    return result
