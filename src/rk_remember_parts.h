/* rk_remember_parts.h: what the files of rk_remember.h share: a computation, and the lease it is made under.
 *
 *   rk_remember.c         which computations this process has; the lease; storing and giving up
 *   rk_remember_wait.c    waiting for another's
 *   rk_remember_many.c    many keys in one exchange */
#ifndef RK_REMEMBER_PARTS_H
#define RK_REMEMBER_PARTS_H

#include "rk_remember.h"
#include "rk_wait.h"

#define RK_FILL_KEPT_MS 3600000 /* how long after its lease a computation may still be filled */
#define RK_FILL_FAILED_MS 1000  /* how long nobody tries again after a refresh that failed */

struct rk_fill {
	rk_fill *next;                       /* with the same key; the first of a key is in REDISKIT_G(fills) */
	rk_handle *handle;                   /* counted */
	zend_string *key;                    /* owned, with prefix */
	zend_string *lease;                  /* owned; NULL: computed without one */
	zend_string *events;                 /* owned; NULL with lease */
	char id[RK_WAIT_ID_LEN + 1];         /* ours, as holder of the lease */
	char generation[RK_WAIT_ID_LEN + 1]; /* what the fill belongs to */
	bool own_lease;                      /* ours to give back */
	bool computing;                      /* not waiting */
	bool storing;                        /* of many: the command that stores it is in the request */
	uint8_t seen_len;                    /* of the stale value to be replaced; 0: there was none */
	char seen[RK_FILL_SEEN_MAX];         /* its first bytes */
	rk_tags *tags;                       /* counted; NULL: none */
	rk_tag_versions *versions;           /* owned; as the lease was asked for; NULL without tags */
	zend_string *dead;                   /* owned; how a value begins that is void, and goes with the next question; NULL: none */
	uint32_t fork_generation;            /* a child neither fills nor releases what its parent computes */
};

typedef enum {
	RK_LEASE_VALUE,
	RK_LEASE_OURS,
	RK_LEASE_ANOTHERS,
	RK_LEASE_VOID, /* there is a value, which its tags have voided: ask again, it goes then */
} rk_lease_kind;

/* What cache_lease answered. */
typedef struct {
	rk_lease_kind kind;
	char generation[RK_WAIT_ID_LEN + 1];
	int64_t left_ms;     /* of another's lease */
	char last_event[48]; /* to wait from */
} rk_lease;

/* What this process does about a key. */
typedef enum {
	RK_KEY_IDLE,
	RK_KEY_WAITING,   /* for another's computation */
	RK_KEY_DEFERRED,  /* it is to compute it when the request ends */
	RK_KEY_COMPUTING, /* now; waiting for it would never end, from within the computation as from another fiber */
} rk_key_state;
rk_key_state rk_fill_state(const rk_handle *handle, zend_string *key);

/* RK_ERR_LOCK: the key is being computed by this process. */
rk_status rk_fill_refuse_recursion(const zend_string *key, rk_error *err);

/* A new one, listed among the process' computations. `id`: of the holder of its lease, from rk_wait_id(); several keys may share one;
 * NULL: without a lease. `seen`: the first bytes of the stale value it is to replace, or NULL. */
rk_fill *rk_fill_create(rk_handle *handle, rk_tags *tags, zend_string *key, const char *id, const char *seen, size_t seen_len);
void rk_fill_free(rk_fill *fill);

/* Does it have a lease, as this process and not the one that forked it? */
bool rk_fill_holds_lease(const rk_fill *fill);

/* Asking for the lease: adds the command's words (the caller ends it); takes the answer apart, and takes the lease if it is ours. */
void rk_fill_add_lease(const rk_fill *fill, rk_request *request, int64_t lease_ms);
rk_status rk_fill_read_lease(rk_fill *fill, const zval *reply, rk_lease *lease, zval *stored, rk_error *err);
/* Takes the replies to rk_tags_add_versions() that came with the answer, and looks at the value with them. */
rk_status rk_fill_read_versions(rk_fill *fill, const zval *replies, rk_lease *lease, zval *stored, rk_error *err);
/* Is what came as the value of a fill void, by its tags? Remembers it then, and frees it. */
bool rk_fill_is_void(rk_fill *fill, zval *stored);
/* Asks and takes the answer, in one round trip. */
rk_status rk_fill_ask(rk_fill *fill, int64_t lease_ms, rk_lease *lease, zval *stored, rk_error *err);
/* Tells a user who may touch the values, but not what lives beside them, what to grant. */
rk_status rk_fill_explain(const rk_fill *fill, rk_status status, rk_error *err);

/* Is a stale value not worth asking for: refused a moment ago? And remembers that it was. */
bool rk_fill_is_refused(zend_string *key);
void rk_fill_remember_refusal(zend_string *key, int64_t left_ms);

/* Waits until the value comes or the lease is ours, for at most wait_us. RK_OK: *stored. RK_REFUSED: compute it. */
rk_status rk_fill_obtain(rk_fill *fill, int64_t lease_ms, int64_t wait_us, zval *stored, rk_error *err);

#endif
