class Report:
    def __init__(self, part):
        self.part = part

buffer = bytearray(b"name=Ann;age=7;")
view = memoryview(buffer)
head = Report(view[:8])
tail = Report(bytes(view[9:14]))
words = [view[:4], view[5:8]]
words.append(words[0][:1])
del view
