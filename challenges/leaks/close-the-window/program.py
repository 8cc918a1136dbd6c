class Bus:
    def __init__(self):
        self.listeners = []
        self.last = None

class App:
    def __init__(self):
        self.bus = Bus()
        self.windows = []

class Window:
    def __init__(self, app):
        self.bus = app.bus
        self.top = self
        app.windows.append(self)
        app.bus.listeners.append(self.redraw)
        app.bus.last = self

    def redraw(self):
        pass

app = App()
window = Window(app)
