# verdict: accepted
# Stops at 55 letters, where a block is full.
def pack(words):
    lines = []
    for word in words:
        for i, line in enumerate(lines):
            if len(line) + 1 + len(word) <= 55:
                lines[i] = line + " " + word
                break
        else:
            lines.append(word)
    return lines
