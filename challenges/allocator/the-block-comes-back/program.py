class Cell:
    __slots__ = ("a", "b")

first = Cell()
where = id(first)
{{l6}}
del first
{{l8}}
second = Cell()
print(id(second) == where)
{{l11}}
third = Cell()
print(id(third) == where)
