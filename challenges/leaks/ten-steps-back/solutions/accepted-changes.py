# verdict: accepted
# medal: silver
# The last ten changes.
class Editor:
    def __init__(self, text):
        self.text = text
        self.changes = []

    def insert(self, place, words):
        self.note((place, len(words), ""))
        self.text = self.text[:place] + words + self.text[place:]

    def erase(self, place, count):
        self.note((place, 0, self.text[place:place + count]))
        self.text = self.text[:place] + self.text[place + count:]

    def note(self, change):
        self.changes = self.changes[-9:] + [change]

    def undo(self):
        if self.changes:
            place, length, words = self.changes.pop()
            self.text = self.text[:place] + words + self.text[place + length:]
