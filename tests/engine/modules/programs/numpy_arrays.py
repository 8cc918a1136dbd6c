import numpy as np, sys, warnings
warnings.simplefilter('always')
def t(s):
    try:
        with warnings.catch_warnings(record=True) as w:
            warnings.simplefilter('always')
            r=eval(s)
        print(s,'->',repr(r), '|', str(r), '|', getattr(r,'dtype',type(r).__name__), [str(x.message)[:60] for x in w])
    except Exception as e: print(s,'!!',type(e).__name__,str(e)[:150])
a=np.arange(12).reshape(3,4); f=np.array([1.5,2.25,-3]); i8=np.array([100,50],dtype=np.int8); u8=np.array([250,5],dtype=np.uint8); b=np.array([True,False,True])
for s in '''np.array([1,2,3])
np.array([1.0,2.5,3])
np.array([[1,2],[3,4]])
np.array([1,2.5,True])
np.array([True,False])
np.array([])
np.zeros((2,3))
np.zeros((2,0))
np.ones(3,dtype=np.int32)
np.full((2,2),7)
np.full(3,2.5)
np.arange(5.0)
np.arange(1,10,3)
np.arange(0,1,0.1)
np.linspace(0,1,5)
np.linspace(0,10,4,endpoint=False)
np.eye(2)
np.array(5)
np.array(2.5)
a
a.T
a[1]
a[1,2]
a[:,1]
a[::2,::-1]
a[a>5]
a[[0,2]]
a[[0,2],[1,3]]
a[1:,[0,1]]
a[...,0]
a[:,None].shape
a[-1]
a[5]
a[0,9]
a[1.5]
a[0,0,0]
f+1
f*2
f/2
1/f
f//2
f%2
f**2
-f
abs(f)
a+a
a*2.5
a/3
a//2
a%5
a>5
a==a
a@a.T
a.dot(np.ones(4))
i8+i8
i8*2
i8+200
i8+1.5
u8+10
u8-10
u8+i8
u8+np.uint16(1)
np.array([1],dtype=np.int32)+np.array([1],dtype=np.uint32)
np.array([1],dtype=np.float32)+1
np.array([1],dtype=np.float32)+np.array([1])
np.int8(100)+np.int8(100)
np.int64(2**62)*4
np.uint8(5)-np.uint8(10)
np.float64(1)/0
np.int64(5)//0
np.array([1,0])/np.array([0,0])
np.array([1,2])//0
np.sqrt(np.array([4.0,-1]))
np.log(np.array([0.0,1]))
np.exp(np.array([1,2]))
np.int64(7)
np.float64(1.5)+1
np.float64(0.1)+0.2
np.int32(7)//2
np.int32(7)/2
np.bool_(True)
np.int64(3)==3
np.float32(0.1)
np.float32(1e10)
np.array([0.1,0.2],dtype=np.float32)
np.array([1e10,1.5])
np.array([1e-10,1])
np.array([1e-5,1e-6])
np.array([123456789.0,0.5])
np.array([1.0,1000000.0])
np.array([0.001,1000.5])
np.array([np.nan,np.inf,-np.inf,1])
np.array([1/3,2/3])
np.array([100.123456789,2])
np.array([1e100,1])
np.array([-1.5,2,0])
np.array([-0.0,0.0])
np.arange(2000)
np.arange(30)
np.arange(1001).reshape(7,143)
np.arange(50)/3
np.arange(100).reshape(10,10)
np.arange(24).reshape(2,3,4)
np.zeros((2,2,2),dtype=np.int16)
np.ones((3,3))*1.23456789012
a.sum()
a.sum(axis=0)
a.sum(axis=1)
a.mean()
a.mean(axis=0)
a.std()
f.std()
f.var(ddof=1)
a.min(),a.max(),a.argmax(),a.argmin()
a.max(axis=1)
np.cumsum(a)
a.cumsum(axis=0)
np.prod([1,2,3])
f.sum()
np.array([0.1]*10).sum()
np.arange(1000,dtype=float).sum()*0.1
i8.sum(), i8.sum().dtype
b.sum()
b&~b
b|True
~np.array([1,2])
-b
b-b
np.where(a>5,a,-1)
np.where(a>9)
np.concatenate([a,a],axis=1).shape
np.vstack([f,f])
np.hstack([f,f])
np.stack([f,f],axis=1)
np.unique([3,1,2,1])
np.sort([3,1,2]),np.argsort([3,1,2])
np.clip(a,2,5)
np.round(f,1)
np.round(np.array([0.5,1.5,2.5]))
np.any(b),np.all(b)
np.array_equal(a,a)
np.allclose([0.1+0.2],[0.3])
np.isnan(np.array([1,np.nan]))
a.astype(float)
f.astype(int)
f.astype('int8')
a.astype(np.uint8).nbytes
a.tolist()
a.flatten()
a.reshape(2,-1)
a.reshape(5,2)
a.reshape(-1,-1)
a.flags['C_CONTIGUOUS'], a.T.flags.f_contiguous, a[1:].flags.owndata
a.strides,a.T.strides,a[:,1].strides,a[::2].strides
np.array([[1,2],[3]])
np.array([1,2])+np.array([1,2,3])
a+np.arange(3)
bool(a)
bool(np.array([0]))
len(a), a.ndim, a.size, a.itemsize
list(np.arange(3))
[type(x).__name__ for x in np.arange(2)]
int(np.array([5])), float(np.array(2.5))
np.array([300],dtype=np.int8)
np.dtype('int32'), np.dtype(float).name, np.dtype('f4').itemsize, np.dtype('<i2').str, np.dtype('bool').char
np.iinfo(np.int8), np.iinfo(np.int64).max, np.finfo(np.float64).eps
np.int8(127)+1
np.uint64(2**63)
np.uint64(1)+1
np.uint64(1)+np.int64(1)
isinstance(np.float64(1),float), isinstance(np.int64(1),int), isinstance(np.int64(1),np.integer)
hash(np.int64(5))==hash(5), {np.int64(1):2}[1]
f"{np.float64(3.14159):.2f} {np.int64(5):03d} {f}"
round(np.float64(2.567),1)
np.minimum(f,2), np.maximum(a,5)[0]
np.add.reduce(a), np.multiply.accumulate([1,2,3])
np.broadcast_to(f,(2,3))
np.tile([1,2],2), np.repeat([1,2],2)
np.diff([1,4,9]), np.outer([1,2],[3,4])
np.nonzero([0,1,2]), np.count_nonzero(a)
np.expand_dims(f,0).shape, np.squeeze(np.ones((1,3))).shape
np.meshgrid([1,2],[3,4])
np.percentile([1,2,3,4],50), np.median([1,3,2])
np.bool_(1)+np.bool_(1)
3 in a, 99 in a
np.int64(5)&3, np.int64(1)<<3, -np.int64(3), ~np.int64(3)
np.array([1,2],dtype=np.int64)<<np.array([1,2])
np.array([2,3])**2, np.array([2,3])**-1
np.array([2.0,3])**0.5, 2**np.array([1,2])
np.add
np.array([1,2,3]).foo
np.arange(3).__array_interface__ if 0 else 1
np.ones(3).sum(keepdims=True), a.sum(axis=1,keepdims=True)
a.sum(axis=5)
np.float32(1)/3
np.array([1,2,3],dtype=np.float32)/3
np.array([1.0,2.0],dtype=np.float32).sum()
np.array([[0.1,0.25],[100,2]])
np.array([[1,-10],[100,2]])
np.array([1.123456789123, 2])
np.array([12345.678])
np.array([[True],[False]])
np.shares_memory(a,a[1:]), np.shares_memory(a,a.copy()), np.may_share_memory(a[0],a[1])'''.split('\n'): t(s)
c=np.arange(5); c[1:3]=9; print(c); c[[0,4]]=[7,8]; print(c); c[c>8]=0; print(c); c+=1; print(c); 
try: c+=1.5
except Exception as e: print(type(e).__name__,e)
d=c[1:]; d[0]=100; print(c, d.base is c); c.shape=(5,1); print(c)
m=np.arange(6).reshape(2,3); m[:,1]=[8,9]; m[0]=5; print(m); m*=2; print(m)
v=np.arange(3); v.flags.writeable=False
try: v[0]=1
except ValueError as e: print(e)
np.random.seed(42); print(np.random.rand(3), np.random.randint(0,10,5), np.random.uniform(1,2), np.random.randn(2), np.random.permutation(5))
for x in [np.zeros(10), np.zeros(10)[2:], np.zeros((3,4),dtype=np.int16), np.float32(1), np.arange(3).T, np.arange(6).reshape(2,3).T, np.arange(6).reshape(2,3).T.copy(), np.arange(6)[::2], np.dtype('i4')]: print(sys.getsizeof(x), end=' ')
print(np.frombuffer(b'\1\0\2\0',dtype=np.int16), np.arange(3).tobytes()[:9], memoryview(np.arange(3)).nbytes, bytes(np.array([1,2],dtype=np.uint8)))
print(np.array([1,2,3]), np.array([1.5]), np.array([[1,2],[3,4]]))
