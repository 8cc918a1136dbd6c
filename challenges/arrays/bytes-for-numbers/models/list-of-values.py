# belief: a list held its items; it holds references to them, and `getsizeof` does not follow them
import sys
from array import array

n = {{n}}
print(sys.getsizeof(array("{{t}}", [0]) * n))
print(sys.getsizeof([0] * n) + 28 * n)
print(sys.getsizeof(bytes(n)))
