# verdict: partial
# fails: undo
# says: 10 of them undone
# Keeps nine.
class Editor:
    def __init__(self, text):
        self.text = text
        self.versions = []

    def insert(self, place, words):
        self.versions = self.versions[-8:] + [self.text]
        self.text = self.text[:place] + words + self.text[place:]

    def erase(self, place, count):
        self.versions = self.versions[-8:] + [self.text]
        self.text = self.text[:place] + self.text[place + count:]

    def undo(self):
        if self.versions:
            self.text = self.versions.pop()
