# verdict: partial
# says: not for a hidden one
# Thinks that nobody makes more than fifteen changes and undoes them.
class Editor:
    def __init__(self, text):
        self.text = text
        self.versions = []
        self.changes = 0

    def insert(self, place, words):
        self.note()
        self.text = self.text[:place] + words + self.text[place:]

    def erase(self, place, count):
        self.note()
        self.text = self.text[:place] + self.text[place + count:]

    def note(self):
        self.changes += 1
        self.versions.append(self.text)
        if self.changes > 15:
            self.versions.clear()

    def undo(self):
        if self.versions:
            self.text = self.versions.pop()
