# Nested counting loops over small and medium ints.
total = 0
for i in range(600):
    for j in range(1000):
        total += i ^ j
k = 0
while k < 400000:
    k += 1
print(total, k)
