class Editor:
    def __init__(self, text):
        self.text = text
        self.versions = []

    def insert(self, place, words):
        self.versions.append(self.text)
        self.text = self.text[:place] + words + self.text[place:]

    def erase(self, place, count):
        self.versions.append(self.text)
        self.text = self.text[:place] + self.text[place + count:]

    def undo(self):
        if self.versions:
            self.text = self.versions.pop()
