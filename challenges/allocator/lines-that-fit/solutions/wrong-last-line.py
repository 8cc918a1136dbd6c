# verdict: partial
# fails: words
# says: words are in no line
# Forgets the line that is not full.
def pack(words):
    lines = []
    line = ""
    for word in words:
        if line and len(line) + 1 + len(word) > 55:
            lines.append(line)
            line = word
        else:
            line = line + " " + word if line else word
    return lines
