# verdict: accepted
# Opens the circle when the work is done.
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
        request.reply = None
    return total


def last():
    return last_text
