# verdict: accepted
# medal: gold
# One bit where the rise stays, two where it changes; the first reading behind them.
def pack(row):
    if not row:
        return b""
    number, last, rise = 1, row[0], 0
    for value in row[1:]:
        change = value - last - rise
        number = number << 1 if change == 0 else number << 2 | (2 if change < 0 else 3)
        last, rise = value, value - last
    number = number << 16 | row[0] + 20000
    return number.to_bytes((number.bit_length() + 7) // 8, "big")


def unpack(packed):
    if not packed:
        return []
    number = int.from_bytes(packed, "big")
    value, rise = (number & 65535) - 20000, 0
    row = [value]
    bits = bin(number >> 16)[3:]
    i = 0
    while i < len(bits):
        if bits[i] == "1":
            i += 1
            rise += 1 if bits[i] == "1" else -1
        i += 1
        value += rise
        row.append(value)
    return row
