// The gallery: the programs of an introduction to Python's memory management, each with the step at which it tells most.
import type { Sample } from '../_components/workbench/gallery/sample.ts'

export const samples: readonly Sample[] = [
  {
    id: 'reference-counting',
    title: 'Reference counting',
    about: 'Names come and go; the count follows; at zero the object is freed at once.',
    view: 'graph',
    openAt: { line: 12 },
    source: `class Book:
    def __init__(self, title):
        self.title = title

    def __del__(self):
        print("freed:", self.title)

a = Book("Dune")
b = a               # a second name, the same object
shelf = [a, b]      # and two more references, from a list

del a
shelf.clear()
print("one name is left")
b = None            # the last one goes
print("end")
`,
  },
  {
    id: 'getrefcount',
    title: 'A walk with getrefcount',
    about: 'sys.getrefcount at every turn: its own argument counts as well.',
    view: 'graph',
    openAt: { line: 15 },
    source: `import sys

class Box:
    pass

def inside(argument):
    print("in a function: ", sys.getrefcount(argument))

box = Box()
print("one name:      ", sys.getrefcount(box))
other = box
print("two names:     ", sys.getrefcount(box))
pair = (box, box)
print("and a tuple:   ", sys.getrefcount(box))
inside(box)
del pair
print("without tuple: ", sys.getrefcount(box))
del other
print("one name again:", sys.getrefcount(box))
`,
  },
  {
    id: 'cycle',
    title: 'A cycle',
    about: 'Two objects that hold each other: no name leads there, and still no count is zero.',
    view: 'graph',
    openAt: { line: 16 },
    source: `import gc

gc.disable()

class Node:
    def __init__(self, name):
        self.name = name
        self.next = None

a = Node("a")
b = Node("b")
a.next = b
b.next = a

del a, b            # no name leads to them any more
print("unreachable, and alive")
print("collected:", gc.collect())
`,
  },
  {
    id: 'gc-control',
    title: 'Controlling the collector',
    about: 'Thresholds, counts and generations; a collection piece by piece in the Collector view.',
    view: 'collector',
    openAt: 'collection',
    source: `import gc

class Node:
    def __init__(self):
        self.me = self

print("thresholds", gc.get_threshold())
gc.collect()
gc.set_threshold(25, 3, 3)

kept = []
for n in range(40):
    node = Node()       # a cycle of one
    if n % 8 == 0:
        kept.append(node)

print("counts", gc.get_count())
print("young generation", gc.collect(0))
print("everything", gc.collect())
print("kept", len(kept))
`,
  },
  {
    id: 'small-ints',
    title: 'Small integers',
    about: 'From -5 to 256 there is one object a number; beyond, each calculation makes its own.',
    view: 'graph',
    openAt: 'end',
    source: `def number(text):
    return int(text)    # made while the program runs

a = number("256")
b = number("256")
print("256:", a is b)

c = number("257")
d = number("257")
print("257:", c is d, c == d)

e = 257
f = 257
print("two constants of one module:", e is f)
`,
  },
  {
    id: 'interning',
    title: 'Interning',
    about: 'Texts that look like names are kept once; others only when you ask for it.',
    view: 'graph',
    openAt: 'end',
    source: `import sys

a = "memory"
b = "memory"
print("constants:", a is b)

c = "".join(["mem", "ory"])
print("made at run time:", a is c, a == c)

d = sys.intern(c)
print("interned:", a is d)

long_one = " ".join(["not", "a", "name"])
long_two = " ".join(["not", "a", "name"])
print(long_one is long_two, sys.intern(long_one) is sys.intern(long_two))
`,
  },
  {
    id: 'list-growth',
    title: 'How a list grows',
    about: 'A list asks for more room than it needs: its items, its spare slots, and its bytes.',
    view: 'object',
    choose: 'numbers',
    openAt: { line: 9, time: 5 },
    source: `import sys

numbers = []
last = sys.getsizeof(numbers)
print("items  bytes")
print(f"{0:5} {last:6}")
for n in range(1, 65):
    numbers.append(n)
    size = sys.getsizeof(numbers)
    if size != last:
        print(f"{n:5} {size:6}")
        last = size
`,
  },
  {
    id: 'slots',
    title: 'Slots or a dict',
    about: 'The same two attributes, with a dict and without: compare sizes and bytes.',
    view: 'graph',
    openAt: { line: 20 },
    source: `import sys

class Plain:
    def __init__(self, x, y):
        self.x = x
        self.y = y

class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

plain = Plain(1.5, 2.5)
slotted = Slotted(1.5, 2.5)
print("plain:  ", sys.getsizeof(plain), "and its dict:", sys.getsizeof(plain.__dict__))
print("slotted:", sys.getsizeof(slotted))

many_plain = [Plain(n, n) for n in range(20)]
many_slotted = [Slotted(n, n) for n in range(20)]
`,
  },
  {
    id: 'generator',
    title: 'A generator or a list',
    about: 'A thousand squares at once, or one after the other: see the peak on the timeline.',
    view: 'memory',
    openAt: 'peak',
    source: `import sys

def total_of_list():
    squares = [n * n for n in range(1000)]
    print("list:     ", sys.getsizeof(squares), "bytes")
    return sum(squares)

def total_of_generator():
    squares = (n * n for n in range(1000))
    print("generator:", sys.getsizeof(squares), "bytes")
    return sum(squares)

print(total_of_list())
print(total_of_generator())
`,
  },
  {
    id: 'array',
    title: 'An array or a list',
    about: 'A list holds references to objects; an array holds the numbers themselves.',
    view: 'memory',
    openAt: 'end',
    source: `import sys
from array import array

numbers = [n * 1000 for n in range(500)]
packed = array("q", numbers)

items = sum(sys.getsizeof(n) for n in numbers)
print("list:       ", sys.getsizeof(numbers))
print("its objects:", items)
print("array:      ", sys.getsizeof(packed))
print("per number: ", packed.itemsize)
`,
  },
  {
    id: 'cache',
    title: 'A cache that only grows',
    about: 'A dict of the module holds every result for ever: the line of bytes climbs and never falls.',
    view: 'graph',
    openAt: { line: 10, time: 4 },
    source: `cache = {}

def expensive(n):
    if n not in cache:
        cache[n] = [n] * 50
    return len(cache[n])

def handle(request):
    work = [request] * 50       # freed when the function returns
    return expensive(request) + len(work)

answered = 0
for request in range(60):
    answered += handle(request)

print(answered, "answers;", len(cache), "results are still held")
`,
  },
  {
    id: 'file',
    title: 'The whole file, or line by line',
    about: 'Reading everything costs as much as the file; a loop over lines costs one line.',
    view: 'memory',
    openAt: 'peak',
    source: `with open("large.log", "w") as out:
    for n in range(2000):
        out.write(f"line {n:05} of a large file\\n")

def whole():
    with open("large.log") as file:
        text = file.read()
    return len(text.splitlines())

def by_line():
    count = 0
    with open("large.log") as file:
        for line in file:
            count += 1
    return count

print("whole file:  ", whole(), "lines")
print("line by line:", by_line(), "lines")
`,
  },
  {
    id: 'tracemalloc',
    title: 'The top ten of tracemalloc',
    about: 'Which lines hold most bytes; the marks beside the lines say the same.',
    view: 'memory',
    colouring: 'line',
    openAt: { line: 18 },
    source: `import tracemalloc

tracemalloc.start()

class Record:
    def __init__(self, n):
        self.n = n
        self.name = "record " + str(n)

def load():
    return [Record(n) for n in range(150)]

records = load()
index = {record.name: record for record in records}
names = sorted(index)
squares = [n * n for n in range(300)]

snapshot = tracemalloc.take_snapshot()
for statistic in snapshot.statistics("lineno")[:10]:
    frame = statistic.traceback[0]
    print(f"{frame.filename}:{frame.lineno}  {statistic.size} B in {statistic.count}")

current, peak = tracemalloc.get_traced_memory()
print("now", current, "at most", peak)
`,
  },
  {
    id: 'comprehensive',
    title: 'The comprehensive memory test',
    about: 'Everything together: counts, cycles, weak references, finalizers, caches and the collector.',
    view: 'graph',
    openAt: 'leak',
    source: `import gc
import sys
import weakref

print("1. counts")
data = [1, 2, 3]
alias = data
print("  ", sys.getrefcount(data))
del alias
print("  ", sys.getrefcount(data))

print("2. a cycle with a finalizer")
class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __del__(self):
        print("   finalizer of", self.name)

gc.collect()
gc.disable()
left, right = Node("left"), Node("right")
left.other, right.other = right, left
watch = weakref.ref(left)
del left, right
print("   alive:", watch() is not None)
print("   collected:", gc.collect())
print("   alive:", watch() is not None)
gc.enable()

print("3. a weak cache")
class Image:
    pass

cache = weakref.WeakValueDictionary()
picture = Image()
cache["cover"] = picture
print("   in the cache:", len(cache))
del picture
print("   in the cache:", len(cache))

print("4. sizes")
for value in (0, 2 ** 40, 1.5, "", "text", (), (1, 2), [], [1, 2], {}, {"a": 1}, set()):
    print(f"   {sys.getsizeof(value):4} {value!r}")

print("5. growth and release")
blocks = [bytearray(1000) for _ in range(20)]
print("   ", len(blocks), "blocks")
blocks.clear()
print("   ", len(blocks), "blocks")
`,
  },
]
