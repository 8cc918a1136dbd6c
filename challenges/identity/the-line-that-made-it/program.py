class Box:
    def __init__(self, label):
        self.label = label

    def first(self):
        {{one}}

    def second(self):
        {{two}}


box = Box("a")
{{l13}}
{{l14}}
{{l15}}
print(box, other)
