# verdict: partial
# fails: words
# says: not for a hidden one
# A set: a word that is there twice is packed once.
def pack(words):
    lines = []
    line = ""
    for word in sorted(set(words)):
        if line and len(line) + 1 + len(word) > 55:
            lines.append(line)
            line = word
        else:
            line = line + " " + word if line else word
    lines.append(line)
    return lines
