# verdict: gc-dependent
# fails: bounded
# says: With the collector switched off: After 2500 requests, 2500 `Request` objects are alive
# Empties the list and thinks that the rest goes by itself: it does, if the collector comes.
class Request:
    def __init__(self, number):
        self.number = number
        self.reply = None


class Reply:
    def __init__(self, request):
        self.request = request
        self.text = f"reply to {request.number}"


last_text = "none"


def serve(n):
    global last_text
    total = 0
    for number in range(n):
        request = Request(number)
        request.reply = Reply(request)
        last_text = request.reply.text
        total += len(last_text)
        del request
    return total


def last():
    return last_text
