# verdict: accepted
# medal: gold
# Half a byte for a letter: 13 of 16 signs are letters, one ends a note, one announces six half bytes of another character.
LETTERS = " etaoinshrdlu"
OTHER, END = 14, 15


def pack(notes):
    signs = []
    for text in notes:
        for character in text:
            if character in LETTERS:
                signs.append(LETTERS.index(character))
            else:
                signs.append(OTHER)
                signs.extend(ord(character) >> shift & 15 for shift in (20, 16, 12, 8, 4, 0))
        signs.append(END)
    if len(signs) % 2:
        signs.append(END)
    return bytes([signs[at] << 4 | signs[at + 1] for at in range(0, len(signs), 2)])


def note(packed, i):
    at, text = 0, ""
    while True:
        sign = packed[at >> 1] >> (0 if at & 1 else 4) & 15
        at += 1
        if sign == OTHER:
            code = 0
            for _ in range(6):
                code = code << 4 | packed[at >> 1] >> (0 if at & 1 else 4) & 15
                at += 1
            if i == 0:
                text += chr(code)
        elif sign != END:
            if i == 0:
                text += LETTERS[sign]
        elif i == 0:
            return text
        else:
            i -= 1
