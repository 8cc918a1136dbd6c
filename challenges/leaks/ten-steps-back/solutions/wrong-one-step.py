# verdict: partial
# fails: undo
# says: When nothing is left to undo
# Remembers one version.
class Editor:
    def __init__(self, text):
        self.text = self.before = text

    def insert(self, place, words):
        self.before = self.text
        self.text = self.text[:place] + words + self.text[place:]

    def erase(self, place, count):
        self.before = self.text
        self.text = self.text[:place] + self.text[place + count:]

    def undo(self):
        self.text = self.before
