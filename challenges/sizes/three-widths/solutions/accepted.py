# verdict: accepted
# Letter by letter.
def size(text):
    width = 1
    ascii = True
    for letter in text:
        code = ord(letter)
        if code > 127:
            ascii = False
        if code > 65535:
            width = 4
        elif code > 255 and width < 2:
            width = 2
    header = 40 if ascii else 56
    return header + width * (len(text) + 1)
