# verdict: partial
# fails: leaves
# says: bytes more are alive than before
# Marks each list by one more item, and takes it away again: the room for it stays.
import sys

MARK = object()


def deep(x):
    total = sys.getsizeof(x)
    x.append(MARK)
    found, texts = [x], set()
    for thing in found:
        for item in thing:
            if type(item) is list:
                if item[-1] is not MARK:
                    total += sys.getsizeof(item)
                    item.append(MARK)
                    found.append(item)
            elif item is not MARK and id(item) not in texts:
                texts.add(id(item))
                total += sys.getsizeof(item)
    for thing in found:
        thing.pop()
    return total
