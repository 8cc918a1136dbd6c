# verdict: accepted
# medal: gold
# A square has twice the bits, whatever the sign; and zero is made odd.
size=lambda n:28+~-(n*n|1).bit_length()//60*4
