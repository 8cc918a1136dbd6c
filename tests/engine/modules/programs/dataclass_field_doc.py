import dataclasses, inspect, sys
print([n for n in dataclasses.Field.__slots__], list(inspect.signature(dataclasses.field).parameters))
try:
    @dataclasses.dataclass(slots=True)
    class D:
        x: int = dataclasses.field(default=1, doc="how many")
        y: int = 2
except TypeError as e:
    print(str(e).split(" ", 1)[1])
else:
    print(D.__slots__, D.__dict__["x"].__doc__, D.__dict__["y"].__doc__, dataclasses.fields(D)[0].doc, D())
@dataclasses.dataclass(slots=True)
class E:
    x: int = 1
print(E.__slots__, "doc=None" in repr(dataclasses.fields(E)[0]), repr(dataclasses.fields(E)[0]).count("="))
