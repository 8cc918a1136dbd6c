
import numpy as np, sys, gc
print(np.__version__)
def s(o): return sys.getsizeof(o)
for e in ["np.array(1)", "np.zeros(0)", "np.zeros(1)", "np.zeros(10)", "np.zeros(1000)", "np.zeros((2,3))", "np.zeros((2,3,4))", "np.zeros(10,dtype=np.int8)", "np.zeros(10,dtype=np.int32)", "np.zeros(10,dtype=np.float32)", "np.zeros(10,dtype=bool)", "np.arange(10)", "np.arange(10)[2:5]", "np.arange(10)[::2]", "np.arange(12).reshape(3,4)", "np.arange(12).reshape(3,4).T", "np.arange(10).copy()", "np.arange(10)[2:5].copy()", "np.float64(1)", "np.int64(1)", "np.int32(1)", "np.int8(1)", "np.bool_(1)", "np.float32(1)", "np.dtype('f8')", "np.arange(10).nbytes", "np.arange(10).itemsize", "np.arange(10)[2:5].base is None", "np.arange(10)[[1,2]].base is None", "np.array([1,2,3]).dtype", "np.array([1.0]).dtype", "np.array([[1,2],[3,4]]).strides", "np.zeros((2,3),order='F').strides", "np.arange(10).flags.owndata", "np.arange(10)[1:].flags.owndata", "np.ones(5).ravel().base is None", "np.ones((2,2)).ravel().base is None", "np.ones((2,2)).flatten().base is None", "np.ones((2,3)).T.ravel().base is None"]:
    o = eval(e)
    try: n = o.nbytes
    except Exception: n = None
    print(e, '->', s(o), n, repr(o)[:60] if not isinstance(o, np.ndarray) else '', gc.is_tracked(o))
print(np.ndarray.__basicsize__, np.ndarray.__itemsize__, np.float64.__basicsize__, np.int64.__basicsize__)
a = np.zeros(5); print(sys.getrefcount(a)); b = a[1:]; print(sys.getrefcount(a), b.base is a, np.shares_memory(a,b), np.may_share_memory(a,b)); c = b[1:]; print(c.base is a, sys.getrefcount(a))
z = np.empty(10); 
