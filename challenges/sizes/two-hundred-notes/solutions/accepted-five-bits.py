# verdict: accepted
# medal: silver
# Five bits for a letter in one large int.
LETTERS = " etaoinshrdlu"
OTHER, END = 30, 31


def pack(notes):
    number = 1
    for text in notes:
        for character in text:
            if character in LETTERS:
                number = number << 5 | LETTERS.index(character)
            else:
                number = number << 26 | OTHER << 21 | ord(character)
        number = number << 5 | END
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def note(packed, i):
    bits = bin(int.from_bytes(packed, "big"))[3:]
    at, text = 0, ""
    while True:
        sign = int(bits[at:at + 5], 2)
        at += 5
        if sign == OTHER:
            if i == 0:
                text += chr(int(bits[at:at + 21], 2))
            at += 21
        elif sign != END:
            if i == 0:
                text += LETTERS[sign]
        elif i == 0:
            return text
        else:
            i -= 1
