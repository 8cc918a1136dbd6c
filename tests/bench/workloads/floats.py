# Float arithmetic: an n-body step without a library.
x, y, vx, vy = 1.0, 0.0, 0.0, 1.0
for i in range(120000):
    r2 = x * x + y * y
    inv = 1.0 / (r2 * r2 ** 0.5)
    vx -= x * inv * 0.001
    vy -= y * inv * 0.001
    x += vx * 0.001
    y += vy * 0.001
print(round(x, 6), round(y, 6))
