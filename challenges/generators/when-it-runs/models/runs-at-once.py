# belief: the call ran the function; it only makes a frame that waits
def numbers(n):
    print("{{a}}")
    for i in range(n):
        yield i + 1
    print("done")

stream = iter(list(numbers({{n}})))
print("{{b}}")
print(next(stream))
print(sum(stream))
