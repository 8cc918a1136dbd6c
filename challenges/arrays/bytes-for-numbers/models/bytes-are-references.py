# belief: a bytes object kept references; it keeps the bytes themselves
import sys
from array import array

n = {{n}}
print(sys.getsizeof(array("{{t}}", [0]) * n))
print(sys.getsizeof([0] * n))
print(sys.getsizeof(bytes(0)) + 8 * n)
