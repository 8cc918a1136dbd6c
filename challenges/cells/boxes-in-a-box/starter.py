box = [[1, 2], ([1, 2], "x"), {"again": [1, 2]}]
print(box)
