import array
import warnings
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    array.array("u", "abc")
    array.array("i", [1])
print([(w.category.__name__, str(w.message)) for w in said])
