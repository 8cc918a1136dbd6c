import sys
from array import array

n = {{n}}
print(sys.getsizeof(array("{{t}}", [0]) * n))
print(sys.getsizeof([0] * n))
print(sys.getsizeof(bytes(n)))
