# verdict: partial
# fails: one
# says: room for 2 pages
# Binding the name anew comes after making the page.
def load(i):
    return bytearray([i % 256]) * 20_000


def totals(count):
    result = []
    for i in range(count):
        page = load(i)
        result.append(sum(page))
    return result
