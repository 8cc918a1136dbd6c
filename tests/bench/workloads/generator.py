# Generators and generator expressions.
def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1
def evens(source):
    for x in source:
        if x % 2 == 0:
            yield x
print(sum(evens(numbers(200000))), sum(x for x in range(100000)))
