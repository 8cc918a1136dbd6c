# verdict: accepted
# medal: bronze
# Fills each line as far as it goes.
def pack(words):
    lines = []
    line = ""
    for word in words:
        if line and len(line) + 1 + len(word) > 60:
            lines.append(line)
            line = word
        else:
            line = line + " " + word if line else word
    lines.append(line)
    return lines
