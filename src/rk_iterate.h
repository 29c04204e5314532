/* rk_iterate.h: what an argument of the type iterable holds. */
#ifndef RK_ITERATE_H
#define RK_ITERATE_H

#include <php.h>

/* Is given each key and value, as long as it returns true. */
typedef bool (*rk_iterate_function)(void *context, zval *key, zval *value);

/* Goes through an array or an object of Traversable. False: an exception is pending, or the function returned false. */
bool rk_iterate(zval *iterable, rk_iterate_function each, void *context);

#endif
