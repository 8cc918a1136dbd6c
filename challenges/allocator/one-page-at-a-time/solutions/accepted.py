# verdict: accepted
# medal: gold
# Lets go before the next one.
def load(i):
    return bytearray([i % 256]) * 20_000


def totals(count):
    result = []
    for i in range(count):
        page = load(i)
        result.append(sum(page))
        del page
    return result
