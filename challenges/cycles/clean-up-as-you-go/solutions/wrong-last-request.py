# verdict: gc-dependent
# fails: bounded
# says: With the collector switched off
# Keeps the last request alone; those before hold their replies, and these hold them.
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
        request = Request(number)
        request.reply = Reply(request)
        log[:] = [request]
        total += len(request.reply.text)
    return total


def last():
    return log[-1].reply.text if log else "none"
