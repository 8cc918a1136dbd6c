# verdict: wrong-answer
# says: gave
# Each word once: the others are lost.
def share(words):
    return list(dict.fromkeys(words))
