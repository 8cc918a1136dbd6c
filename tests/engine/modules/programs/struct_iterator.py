# The iterator of iter_unpack says how many items are left.
import operator
import struct

items = struct.iter_unpack('<h', b'\1\0\2\0\3\0')
print(type(items).__name__, operator.length_hint(items))
print(next(items), items.__length_hint__(), list(items), items.__length_hint__())
