/* rk_cache.h: the object behind Rediskit\Cache, and what the files that hold its methods share.
 *
 *   cache.c             the class; reading, one key or many; flush(), lock()
 *   cache_write.c       storing, counting, removing
 *   cache_options.c     what the constructor is given
 *   cache_arguments.c   what remember() and its kind are given
 *   cache_remember.c    remember(), rememberForever(), flexible(): a value that is missing
 *   cache_many.c        rememberMany()
 *   cache_warm.c        warm()
 *   cache_refresh.c     a value that is stale: who refreshes it, and when
 *   cache_observe.c     how an exchange ends: counted, told to on_event, thrown or, with on_error = miss, passed over
 *   tagged_cache.c      tags(), and TaggedCache, whose methods are these: where values are read or written they look whether there are tags
 *
 * A cache holds a handle of its own (prefix and codec; connections are shared with every other handle to the same server) and
 * no connection. */
#ifndef RK_CACHE_H
#define RK_CACHE_H

#include "php_rediskit.h"

#include "rk_classes.h"
#include "rk_remember.h"
#include "rk_tags.h"
#include "rk_values.h"

#include <zend_closures.h>
#include <zend_exceptions.h>

/* Longest number of seconds that an option or argument may say; INF means for ever where that is allowed. */
#define RK_CACHE_LONGEST_S 1e9
#define RK_CACHE_MOST_BETA 100.0

/* How values are computed: the constructor's options, or the arguments of one call. */
typedef struct {
	int64_t lease_ms, wait_us;
	int64_t stale_ms; /* how long a value is served after its time to live */
	double beta;      /* negative: 1 for values that are served stale, else 0 */
	double jitter;
	bool cache_null;
	bool refresh_after; /* the request, not at once */
	bool interop;       /* the option: nothing is stored but JSON text, so there is no place for stale_ms, beta and tags */
	bool fail_open;     /* on_error = miss: a server that is not there has no values */
} rk_remember_terms;

typedef struct {
	rk_handle *handle; /* owned, counted; NULL until the constructor has ended */
	rk_tags *tags;     /* owned, counted; NULL: a Cache, not a TaggedCache */
	rk_remember_terms terms;
	double lock_ttl;
	zval on_event;   /* owned; undefined: nobody listens */
	bool own_prefix; /* nobody but caches uses it */
	zend_object std; /* must be last */
} rk_cache;

/* In the order in which they are told. */
#define RK_EVENT_HIT (1u << 0)
#define RK_EVENT_STALE (1u << 1)
#define RK_EVENT_MISS (1u << 2)
#define RK_EVENT_COMPUTE (1u << 3)
#define RK_EVENT_WRITE (1u << 4)
#define RK_EVENT_FORGET (1u << 5)
#define RK_EVENT_ERROR (1u << 6)
/* How it was computed: while an older value was there; before that was stale; after the request. */
#define RK_EVENT_REFRESH (1u << 8)
#define RK_EVENT_EARLY (1u << 9)
#define RK_EVENT_DEFERRED (1u << 10)

/* What happened to a key. */
typedef struct {
	uint32_t happened; /* RK_EVENT_… */
	int64_t ttl_ms;    /* of what was stored */
} rk_key_deed;

/* What a call of a method did, for on_event. */
typedef struct {
	const zval *on_event; /* borrowed */
	uint64_t read_before; /* the figure bytes_read, as it began */
	int64_t mark_us;      /* when the last step ended */

	rk_key_deed all;
	rk_key_deed *each; /* the same for each of many keys, then `all` is what concerns none of them; NULL: one, or all the same */
	double read_s, compute_s, write_s;
	uint64_t read_bytes, write_bytes;
	zend_string *exception; /* owned; class of what the callback threw */
	int existed;            /* what was removed; negative: nobody knows */
	rk_error error;
} rk_cache_deed;

/* What a call of remember() or flexible() was given. */
typedef struct {
	rk_handle *handle; /* borrowed from the object, which the running method keeps */
	rk_tags *tags;     /* so is this; NULL: none */
	zend_string *key;
	zval *ttl;        /* NULL: for ever, or as in ttl_ms */
	uint32_t ttl_arg; /* its number as an argument */
	int64_t ttl_ms;   /* what is known of it beforehand */
	rk_remember_terms terms;
	zval *compute;
	rk_cache_deed *deed; /* NULL: nobody listens */
} rk_remember_call;

/* The call is one of this cache's. */
static inline void rk_cache_call_on(rk_remember_call *call, const rk_cache *cache)
{
	call->handle = cache->handle;
	call->tags = cache->tags;
	call->terms = cache->terms;
}

/* Encodes a computed value with what readers need to know of its age and its tags. *ttl_ms: how long it is to be stored. */
rk_status rk_cache_encode(const rk_remember_call *call, const rk_fill *fill, zval *value, uint32_t cost_ms, int64_t *ttl_ms, rk_encoded *encoded, rk_error *err);

/* RK_ERR_EXCEPTION: one is pending. */
static inline rk_status rk_cache_pending(rk_error *err)
{
	return rk_error_set(err, RK_ERR_EXCEPTION, "An exception is pending");
}

/* Has what was called ended without a result because of an exit, not of an exception? */
static inline bool rk_cache_is_exiting(void)
{
	return !EG(exception) || zend_is_unwind_exit(EG(exception)) || zend_is_graceful_exit(EG(exception));
}

/* Puts a newer value in place of a stale one, whose destructor may throw: RK_ERR_EXCEPTION. */
static inline rk_status rk_cache_replace(zval *place, zval *value, rk_error *err)
{
	zval old;

	ZVAL_COPY_VALUE(&old, place);
	ZVAL_COPY_VALUE(place, value);
	zval_ptr_dtor(&old);
	return EG(exception) ? rk_cache_pending(err) : RK_OK;
}

/* What a computation cost, as the envelope has it. */
static inline uint32_t rk_cache_cost_ms(int64_t us)
{
	int64_t ms = us / 1000 + 1;

	return ms < UINT32_MAX ? (uint32_t) ms : UINT32_MAX;
}

/* The pending exception of a refresh goes to the error log: there is a stale value. False: it is an exit, which goes on. */
bool rk_cache_log_exception(const rk_remember_call *call);

/* Calls the callback, stores what it returns, and ends *fill. RK_ERR_EXCEPTION: it threw, or exits. */
rk_status rk_cache_compute(const rk_remember_call *call, rk_fill *fill, zval *out, rk_error *err);

/* Does a status say that something failed that makes a computed, or a stale, value worthless? A lost connection does not. Counts the others. */
bool rk_cache_is_worth_an_error(const rk_remember_call *call, rk_status status, const rk_error *err);

/* The server could not be asked: is that no error to the cache, but a miss? Counts it then. */
bool rk_cache_passes_over(const rk_remember_call *call, const rk_error *err);

/* When to compute a value anew that is still there. */
typedef enum {
	RK_REFRESH_NOT,
	RK_REFRESH_EARLY, /* it is not stale yet: beta */
	RK_REFRESH_STALE,
} rk_refresh_reason;
rk_refresh_reason rk_cache_is_due(const rk_remember_call *call, const rk_value_age *age);

/* It is due: replaces *value by what this process computes or another did, or leaves it and lets others do that, or does it itself when
 * the request ends. */
rk_status rk_cache_refresh(const rk_remember_call *call, const rk_value_age *age, rk_refresh_reason reason, zval *value, rk_error *err);

/* As rk_fill_begin() for the call's key; when the server has gone and that is passed over, the value is computed without asking anybody. */
rk_status rk_cache_begin_fill(const rk_remember_call *call, zend_string *dead, int64_t lease_ms, int64_t wait_us, zval *stored, rk_fill **fill,
	rk_error *err);

/* Decodes what is stored now, and puts it in place of an older value. */
rk_status rk_cache_take_newer(const rk_remember_call *call, zval *stored, zval *place, rk_error *err);

/* Makes of a valid callback one that can be called from anywhere, not only from where its private method is in reach. */
void rk_cache_bind(zval *bound, zval *callback);

/* Is it a closure, which is called for what it stands for? */
static inline bool rk_cache_is_closure(const zval *value)
{
	return Z_TYPE_P(value) == IS_OBJECT && Z_OBJCE_P(value) == zend_ce_closure;
}

/* Optional arguments of remember() and its kind, as they were given; with a `no_`, when they were. */
typedef struct {
	double wait, lease, stale, beta, jitter;
	bool no_wait, no_lease, no_stale, no_beta, no_jitter, no_cache_null;
	bool cache_null;
	zend_string *refresh;
	uint32_t refresh_arg; /* its number */
} rk_remember_arguments;

#define RK_REMEMBER_NONE_GIVEN \
	{ \
		.no_wait = true, .no_lease = true, .no_stale = true, .no_beta = true, .no_jitter = true, .no_cache_null = true \
	}

/* Replaces the cache's terms by what the call was given; `first` is the number of the argument wait. False: an exception is pending. */
bool rk_cache_read_arguments(rk_remember_terms *terms, const rk_remember_arguments *given, uint32_t first);

/* Is it a callback? False: a TypeError is pending. A closure needs no closer look, which matters when the value is there. */
bool rk_cache_check_callable(zval *compute, uint32_t arg_num);
static zend_always_inline bool rk_cache_check_compute(zval *compute, uint32_t arg_num)
{
	return EXPECTED(rk_cache_is_closure(compute)) || rk_cache_check_callable(compute, arg_num);
}

/* Throws, and is false, when the option interop leaves no place for what `what` would store beside the value. */
bool rk_cache_allows(const rk_remember_terms *terms, const char *what);

/* Seconds -> terms: a lease from 0.001 up, a wait from 0 up (INF: as long as it takes), all others at most RK_CACHE_LONGEST_S. */
void rk_cache_set_seconds(rk_remember_terms *terms, double wait, double lease, double stale);

/* The beginning of a request, and its end: gives up refreshes that a fatal error left. */
void rk_cache_request_begin(void);
void rk_cache_request_end(void);

/* The cache of a method call; NULL with an Error pending when its constructor has not ended. */
rk_cache *rk_cache_of_this(zval *object);

/* The same for a method whose only argument is the name of a key. NULL: an exception is pending. */
rk_cache *rk_cache_of_name(INTERNAL_FUNCTION_PARAMETERS, zend_string **name);

/* --- the ends of methods, cache_observe.c --- */

rk_cache_deed *rk_cache_deed_begin(rk_cache_deed *deed, const zval *on_event);

/* Begins what is to be told: NULL, when nobody listens, or the listener itself asks. */
static zend_always_inline rk_cache_deed *rk_cache_listen(const rk_cache *cache, rk_cache_deed *room)
{
	return EXPECTED(Z_ISUNDEF(cache->on_event)) ? NULL : rk_cache_deed_begin(room, &cache->on_event);
}

/* Tells it, and ends it. Events wait for this, so that the callback finds everything done. An exception that is pending stays so. Under the
 * caller's key; or of many, which are the keys of `values`. */
void rk_cache_tell(rk_cache_deed *deed, zend_string *name);
void rk_cache_tell_many(rk_cache_deed *deed, HashTable *values);

/* How an exchange ended, of which there is nothing to count or tell but a failure. True: the method answers, as after RK_REFUSED when the
 * status was an error: with on_error = miss. False: an exception is pending. */
bool rk_cache_failed(const rk_cache *cache, zend_string *name, const rk_error *err);
static zend_always_inline bool rk_cache_succeeded(const rk_cache *cache, zend_string *name, rk_status status, const rk_error *err)
{
	return EXPECTED(status == RK_OK || status == RK_REFUSED) || rk_cache_failed(cache, name, err);
}

/* The same for one that read a value (RK_REFUSED: there was none), stored one, removed one: counts and tells it. They return the status to
 * answer by: RK_OK, RK_REFUSED, or an error: an exception is pending. */
rk_status rk_cache_has_read(const rk_cache *cache, rk_cache_deed *deed, zend_string *name, rk_status status, const rk_error *err);
rk_status rk_cache_has_stored(const rk_cache *cache, rk_cache_deed *deed, zend_string *name, int64_t ttl_ms, uint64_t bytes, rk_status status, const rk_error *err);
rk_status rk_cache_has_removed(const rk_cache *cache, rk_cache_deed *deed, zend_string *name, bool existed, rk_status status, const rk_error *err);
/* Of many: the keys of `values`, of which `found` were there; with a deed `ages` says which. With ttl_ms RK_TTL_NONE they were removed. */
rk_status rk_cache_has_read_many(const rk_cache *cache, rk_cache_deed *deed, HashTable *values, const rk_value_age *ages, uint32_t found,
	rk_status status, const rk_error *err);
rk_status rk_cache_has_stored_many(
	const rk_cache *cache, rk_cache_deed *deed, HashTable *values, int64_t ttl_ms, uint64_t bytes, rk_status status, const rk_error *err);

/* Stores name => value, or removes the names (ttl_ms RK_TTL_NONE), in one go; counts and tells it; cache_write.c. Returns as these. */
rk_status rk_cache_store_many(const rk_cache *cache, HashTable *values, int64_t ttl_ms);

/* What remember() does, step by step; a deed may be NULL. Count, and note for the events. */
void rk_cache_note_exchange(rk_cache_deed *deed); /* of the reading that has just ended: how long it took, how much it read */
void rk_cache_note_read(rk_cache_deed *deed, uint32_t event);
void rk_cache_note_computed(rk_cache_deed *deed, int64_t us);
void rk_cache_note_stored(rk_cache_deed *deed, int64_t ttl_ms, uint32_t count, uint64_t bytes);
void rk_cache_note_error(rk_cache_deed *deed, const rk_error *err);

/* Fills `names` from the argument 1 of many(): name => what stands for a missing one. False: a TypeError is pending. */
bool rk_cache_names(HashTable *keys, HashTable *names);

/* The full key of a name, with these tags (NULL: none); to be released. */
zend_string *rk_cache_key(const rk_handle *handle, const rk_tags *tags, zend_string *name);

/* The same of a cache's own. */
static inline zend_string *rk_cache_key_of(const rk_cache *cache, zend_string *name)
{
	return rk_cache_key(cache->handle, cache->tags, name);
}

/* The cache behind an object of Cache or TaggedCache. */
static inline rk_cache *rk_cache_of_object(zend_object *object)
{
	return (rk_cache *) ((char *) object - offsetof(rk_cache, std));
}

/* A new object of Cache or TaggedCache, whose layout and handlers are the same. */
zend_object *rk_cache_create_object(zend_class_entry *ce);

/* Sets a new cache up from the constructor's arguments: `client`, or `dsn`, or neither; cache_options.c. RK_ERR_CONFIG. */
rk_status rk_cache_configure(rk_cache *cache, zend_object *client, zend_string *dsn, HashTable *options, rk_error *err);

#endif
