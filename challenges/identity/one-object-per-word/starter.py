def share(words):
    return list(words)


words = share("the cat and the dog and the bird".split())
print(words[0] is words[3])
