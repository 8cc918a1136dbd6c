# verdict: partial
# fails: words
# says: and is no word
# Cuts through the words where a block is full.
def pack(words):
    text = " ".join(words)
    return [text[i:i + 55] for i in range(0, len(text), 55)]
