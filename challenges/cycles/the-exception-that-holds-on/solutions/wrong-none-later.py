# verdict: partial
# fails: works
# says: gave
# Returns the message instead of None.
class Document:
    def __init__(self, number):
        self.number = number
        self.text = bytes(50_000)


def read(number):
    document = Document(number)
    if document.number % 2:
        raise ValueError(f"document {number} is odd")
    return document.number


last = "no error"


def attempt(number):
    global last
    try:
        last = read(number)
    except ValueError as error:
        last = f"ValueError: {error}"
    return last


def report():
    return last


attempt(3)
print(report())
