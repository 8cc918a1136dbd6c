# belief: a freed block was never used again; the next object of its size gets it
class Cell:
    __slots__ = ("a", "b")

first = Cell()
where = id(first)
{{l6}}
kept = first; del first
{{l8}}
second = Cell()
print(id(second) == where)
{{l11}}
third = Cell()
print(id(third) == where)
