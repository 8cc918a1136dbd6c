# verdict: partial
# fails: freed
# says: held by
# There is no garbage here: the exception is reachable, and so is the document.
import gc

class Document:
    def __init__(self, number):
        self.number = number
        self.text = bytes(50_000)


def read(number):
    document = Document(number)
    if document.number % 2:
        raise ValueError(f"document {number} is odd")
    return document.number


last_error = None


def attempt(number):
    global last_error
    try:
        return read(number)
    except ValueError as error:
        last_error = error
    gc.collect()
    return None


def report():
    if last_error is None:
        return "no error"
    return f"{type(last_error).__name__}: {last_error}"


attempt(3)
print(report())
