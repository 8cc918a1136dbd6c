// Short programs to start from.
import type { Sample } from '../_components/workbench/playground.tsx'

export const samples: readonly Sample[] = [
  {
    title: 'Names and counts',
    source: `import sys

values = [10, 20, 3000]
same = values
copy = list(values)

print(sys.getrefcount(values))   # one more: the argument
print(values is same, values is copy)
`,
  },
  {
    title: 'A cycle',
    source: `import gc

gc.disable()

class Node:
    def __init__(self, name):
        self.name = name

a = Node("a")
b = Node("b")
a.next = b
b.next = a

del a, b        # no name leads to them now
# gc.collect()  # take the comment away and run again
`,
  },
  {
    title: 'A list that grows',
    source: `import sys

numbers = []
last = sys.getsizeof(numbers)
print(0, last)
for n in range(1, 33):
    numbers.append(n)
    size = sys.getsizeof(numbers)
    if size != last:
        print(n, size)
        last = size
`,
  },
  {
    title: 'Slots',
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

plain = Plain(1, 2)
slotted = Slotted(1, 2)
print(sys.getsizeof(plain), sys.getsizeof(plain.__dict__))
print(sys.getsizeof(slotted))
`,
  },
  {
    title: 'A weak reference',
    source: `import weakref

class Parent:
    pass

class Child:
    pass

parent = Parent()
child = Child()
parent.child = child
child.parent = weakref.ref(parent)

print(child.parent() is parent)
del parent
print(child.parent())
`,
  },
  {
    title: 'A generator',
    source: `import sys

squares = [n * n for n in range(1000)]
lazy = (n * n for n in range(1000))
print(sys.getsizeof(squares), sys.getsizeof(lazy))
print(next(lazy), next(lazy), next(lazy))
`,
  },
]
