class Page:
    def __init__(self, text):
        self.text = text


def words(page):
    for word in page.text.split():
        yield word


readers, history = [], []


def first_word(text):
    page = Page(text)
    reader = words(page)
    {{one}}
    {{two}}
    return next(reader)


print(first_word("{{w}}"))
