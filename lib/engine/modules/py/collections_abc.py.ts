// collections.abc: the names of _collections_abc.
export default () => String.raw`
from _collections_abc import *
from _collections_abc import __all__
from _collections_abc import _CallableGenericAlias
`;
