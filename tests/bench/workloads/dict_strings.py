# A dict of many strings.
d = {}
for i in range(200000):
    d['key' + str(i)] = i
hits = 0
for i in range(0, 200000, 3):
    if 'key' + str(i) in d:
        hits += 1
print(len(d), hits)
