# verdict: accepted
# medal: gold
# The longest first, each into the fullest line where it fits into the block of 55 letters.
def pack(words):
    lines = []
    for word in sorted(words, key=len, reverse=True):
        fitting = [line for line in lines if len(line) + 1 + len(word) <= 55]
        if fitting:
            line = max(fitting, key=len)
            lines[lines.index(line)] = line + " " + word
        else:
            lines.append(word)
    return lines
