# verdict: partial
# fails: text
# says: After `erase(2, 4)`
# Erases one letter too many, and brings it back.
class Editor:
    def __init__(self, text):
        self.text = text
        self.versions = []

    def insert(self, place, words):
        self.versions = self.versions[-9:] + [(self.text, self.text)]
        self.text = self.text[:place] + words + self.text[place:]

    def erase(self, place, count):
        right = self.text[:place] + self.text[place + count:]
        self.versions = self.versions[-9:] + [(self.text, right)]
        self.text = right[:-1]

    def undo(self):
        if self.versions:
            self.text = self.versions.pop()[0]
