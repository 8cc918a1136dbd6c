# verdict: partial
# fails: told
# says: `report()` says
# Keeps nothing, and has nothing to report.
class Document:
    def __init__(self, number):
        self.number = number
        self.text = bytes(50_000)


def read(number):
    document = Document(number)
    if document.number % 2:
        raise ValueError(f"document {number} is odd")
    return document.number


def attempt(number):
    try:
        return read(number)
    except ValueError:
        return None


def report():
    return "no error"


attempt(3)
print(report())
