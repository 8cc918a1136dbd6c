# verdict: gc-dependent
# fails: freed
# says: With the collector switched off
# Thinks that memory comes back when it is needed: asks for a lot, and the collector comes. If it may.
class Document:
    def __init__(self, number):
        self.number = number
        self.text = bytes(50_000)


def read(number):
    document = Document(number)
    if document.number % 2:
        raise ValueError(f"document {number} is odd")
    return document.number



last_error = "no error"


def try_to_read(number):
    global last_error
    try:
        return read(number)
    except ValueError as error:
        reason = error
        last_error = f"{type(reason).__name__}: {reason}"
        return None


def attempt(number):
    result = try_to_read(number)
    for _ in range(2):
        [[] for _ in range(3000)]
    return result


def report():
    return last_error


attempt(3)
print(report())
