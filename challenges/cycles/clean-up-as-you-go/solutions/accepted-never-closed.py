# verdict: accepted
# The request never learns of its reply; the log keeps one text.
class Request:
    def __init__(self, number):
        self.number = number
        self.reply = None


class Reply:
    def __init__(self, request):
        self.request = request
        self.text = f"reply to {request.number}"


log = []


def serve(n):
    total = 0
    for number in range(n):
        reply = Reply(Request(number))
        log[:] = [reply.text]
        total += len(reply.text)
    return total


def last():
    return log[0] if log else "none"
