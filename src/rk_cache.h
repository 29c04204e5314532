/* rk_cache.h: the object behind Rediskit\Cache, and what the files that hold its methods share.
 *
 *   cache.c             the class: reading and writing, one key or many
 *   cache_options.c     what the constructor is given
 *   cache_remember.c    remember(), rememberForever()
 *
 * A cache holds a handle of its own (prefix and codec; connections are shared with every other handle to the same server) and
 * no connection. */
#ifndef RK_CACHE_H
#define RK_CACHE_H

#include "rk_classes.h"

/* Longest number of seconds that an option or argument may say; INF means for ever where that is allowed. */
#define RK_CACHE_LONGEST_S 1e9

typedef struct {
	rk_handle *handle; /* owned, counted; NULL until the constructor has ended */
	double compute_ttl, wait, lock_ttl;
	bool own_prefix; /* nobody but caches uses it */
	zend_object std; /* must be last */
} rk_cache;

/* The cache of a method call; NULL with an Error pending when its constructor has not ended. */
rk_cache *rk_cache_of_this(zval *object);

/* Throws, and is false, unless the status is one that is no error. */
bool rk_cache_succeeded(rk_status status, const rk_error *err);

/* The full key of a name; to be released. */
zend_string *rk_cache_key(const rk_handle *handle, zend_string *name);

/* Sets a new cache up from the constructor's arguments: `client`, or `dsn`, or neither; cache_options.c. RK_ERR_CONFIG. */
rk_status rk_cache_configure(rk_cache *cache, zend_object *client, zend_string *dsn, HashTable *options, rk_error *err);

#endif
