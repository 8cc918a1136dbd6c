class Server:
    def __init__(self):
        self.requests = []
        self.listeners = []


class Session:
    def __init__(self, server, user):
        self.user = user
        self.server = server
        {{first}}
        {{second}}

    def open(self, page):
        self.server.requests.append((self.user, page))


server = Server()
session = Session(server, "{{user}}")
session.open("{{page}}")
del session
