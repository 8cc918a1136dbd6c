# verdict: partial
# fails: small
# says: The `tuple` of 1,000 floats takes
# A tuple saves a little of the references and nothing of the floats.
def keep(readings):
    return tuple(readings)


kept = keep([20.5, 21.25, 19.75])
print(type(kept), list(kept))
