inner = [1, 2]
box = [inner, (inner, "x"), {"again": inner}]
del inner
