# verdict: accepted
# medal: gold
# Keeps the words.
class Document:
    def __init__(self, number):
        self.number = number
        self.text = bytes(50_000)


def read(number):
    document = Document(number)
    if document.number % 2:
        raise ValueError(f"document {number} is odd")
    return document.number


last_report = "no error"


def attempt(number):
    global last_report
    try:
        return read(number)
    except ValueError as error:
        last_report = f"{type(error).__name__}: {error}"
        return None


def report():
    return last_report


attempt(3)
print(report())
