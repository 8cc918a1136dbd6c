class Request:
    def __init__(self, number):
        self.number = number
        self.name = "r" + str(number)


log, names = {}, set()


def handle(request):
    {{one}}
    {{two}}
    return request.number


total = 0
for number in range(3):
    total += handle(Request(number))
print(total)
