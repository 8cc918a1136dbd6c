class Book:
    def __init__(self, pages):
        self.count = pages

class Desk:
    pass

def pages(book):
    for number in range(book.count):
        yield number

def aloud(reader):
    for page in reader:
        yield page

book = Book(2)
done = pages(book)
list(done)
first = pages(book)
next(first)
desk = Desk()
desk.now = aloud(pages(book))
next(desk.now)
desk.later = [first, pages(book)]
