# belief: an array held objects; it holds the bare values
import sys
from array import array

n = {{n}}
print(sys.getsizeof(array("{{t}}")) + 28 * n)
print(sys.getsizeof([0] * n))
print(sys.getsizeof(bytes(n)))
