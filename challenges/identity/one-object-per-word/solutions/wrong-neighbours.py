# verdict: partial
# fails: shared
# says: is another object than the first
# Looks at the word before only.
def share(words):
    result = []
    for word in words:
        result.append(result[-1] if result and result[-1] == word else word)
    return result
