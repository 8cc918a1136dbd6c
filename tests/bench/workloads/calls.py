# Recursive and plain function calls.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
def add(a, b, c=3):
    return a + b + c
s = 0
for i in range(100000):
    s = add(s, i) % 1000003
print(fib(22), s)
