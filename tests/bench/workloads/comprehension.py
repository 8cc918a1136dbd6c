# List, dict and set comprehensions.
total = 0
for r in range(20):
    squares = [x * x for x in range(5000) if x % 3]
    index = {x: x + 1 for x in range(1000)}
    odd = {x & 63 for x in range(3000)}
    total += len(squares) + len(index) + len(odd)
print(total)
