class Picture:
    def __init__(self, name):
        self.name = name


def first(name):
    picture = Picture(name)
    {{one}}


def second(name):
    picture = Picture(name)
    {{two}}


buttons = []
buttons.append({{call}}("cat"))
print(len(buttons))
