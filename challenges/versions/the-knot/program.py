class Page:
    pass


class Reader:
    pass


class Cache:
    def __init__(self):
        self.pages = {}


def printer(page):
    return lambda: print(page)


cache, reader = Cache(), Reader()
left, right = Page(), Page()
left.other, right.other = right, left
cache.pages["left"], cache.pages["right"] = left, right
reader.at = left
reader.seen = [left, right]
reader.seen.append(reader.seen)
reader.show = printer(right)
del left, right
