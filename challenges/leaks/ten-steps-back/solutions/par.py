# verdict: accepted
# medal: gold
# All changes in one text, the newest first: place, length inserted, length erased, words.
class Editor:
    __slots__ = ("text", "past")

    def __init__(self, text):
        self.text = text
        self.past = ""

    def insert(self, place, words):
        self.change(place, 0, words)

    def erase(self, place, count):
        self.change(place, count, "")

    def change(self, place, count, words):
        text = self.text
        erased = text[place:place + count]
        past = f"{place},{len(words)},{len(erased)},{erased}{self.past}"
        self.text = text[:place] + words + text[place + count:]
        rest, kept = past, 0
        for _ in range(10):
            if not rest:
                break
            head = rest.split(",", 3)
            length = len(rest) - len(head[3]) + int(head[2])
            kept += length
            rest = rest[length:]
        self.past = past[:kept]

    def undo(self):
        if not self.past:
            return
        place, inserted, erased, rest = self.past.split(",", 3)
        place, erased = int(place), int(erased)
        self.text = self.text[:place] + rest[:erased] + self.text[place + int(inserted):]
        self.past = rest[erased:]
