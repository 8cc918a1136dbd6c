# verdict: accepted
# medal: gold
# The widest letter decides; ASCII has the small header.
def size(t):
    m=max(map(ord,t),default=0)
    return 41+len(t)if m<128 else 56+(1+(m>255)+2*(m>65535))*(len(t)+1)
