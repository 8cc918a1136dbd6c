# Building, splitting and joining strings.
words = []
for i in range(30000):
    words.append('w%d' % (i % 977))
text = ' '.join(words)
count = {}
for w in text.split():
    count[w] = count.get(w, 0) + 1
s = ''
for i in range(20000):
    s += 'ab'
print(len(text), len(count), len(s), text.count('w1'), s[100:110].upper())
