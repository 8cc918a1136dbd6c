# verdict: accepted
# medal: gold
# Round the bits up to digits; zero has room for one.
def size(n):return 28+4*(max(0,abs(n).bit_length()-1)//30)
