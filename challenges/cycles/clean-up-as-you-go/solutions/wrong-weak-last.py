# verdict: partial
# fails: last
# says: `last()` says 'none' instead of 'reply to 2'
# Opens the circle, and remembers the last reply weakly: nobody holds it.
import weakref


class Request:
    def __init__(self, number):
        self.number = number
        self.reply = None


class Reply:
    def __init__(self, request):
        self.request = request
        self.text = f"reply to {request.number}"


last_reply = None


def serve(n):
    global last_reply
    total = 0
    for number in range(n):
        request = Request(number)
        request.reply = Reply(request)
        last_reply = weakref.ref(request.reply)
        total += len(request.reply.text)
        request.reply = None
    return total


def last():
    reply = last_reply and last_reply()
    return reply.text if reply else "none"
