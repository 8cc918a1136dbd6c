def pack(words):
    return [" ".join(words)]
