def numbers(n):
    print("{{a}}")
    for i in range(n):
        yield i + 1
    print("done")

stream = numbers({{n}})
print("{{b}}")
print(next(stream))
print(sum(stream))
