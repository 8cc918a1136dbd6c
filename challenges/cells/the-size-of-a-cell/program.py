import sys

inner = [0] * {{n}}
outer = (inner, inner, inner)
print(sys.getsizeof(inner))
print(sys.getsizeof(outer))
print(sys.getsizeof({{x}}))
