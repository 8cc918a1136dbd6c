def size(text):
    return 41 + len(text)


for text in ("", "abcd", "abcé", "abc€", "abc😀"):
    print(repr(text), size(text))
