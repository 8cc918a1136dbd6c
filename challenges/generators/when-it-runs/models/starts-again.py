# belief: a generator could be read again from the start; what it gave is gone
def numbers(n):
    print("{{a}}")
    for i in range(n):
        yield i + 1
    print("done")

stream = numbers({{n}})
print("{{b}}")
print(next(stream))
print(sum(stream) + 1)
