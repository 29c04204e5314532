/* rk_wait.h: waiting for a lock: tickets, own wake keys, hand-over with confirmation. Shared by Lock and Session.
 *
 * Order is kept in a zset of tickets, never in BLPOP. Each waiter sleeps in BLPOP on its own list, in slices of at most a
 * second, and re-registers with its old ticket. A release hands over to the longest waiter, then confirms that the token was
 * popped and otherwise goes on to the next. A killed waiter costs nothing, a frozen one about the claim time. */
#ifndef RK_WAIT_H
#define RK_WAIT_H

#include "rk_handle.h"

#define RK_WAIT_CLAIM_MS 300 /* how long a handed-over lock waits for its new holder */
#define RK_WAIT_CLAIM_TEXT ZEND_TOSTR(RK_WAIT_CLAIM_MS)
#define RK_WAIT_SLICE_MS 1000  /* longest sleep between two registrations */
#define RK_WAIT_QUEUE_MS 60000 /* a queue nobody touches disappears */

/* Does a cluster hash only a part of the key, the one between its first '{' and the '}' after it? */
bool rk_has_hash_tag(const zend_string *key);

/* The key of a companion of K, such as its lock: K + suffix when K has a hash tag, else {K} + suffix. */
zend_string *rk_companion_key(const zend_string *key, const char *suffix);

/* The companion keys of K; all in one cluster slot, which is K's as long as K has no '}' outside a hash tag. A K with a hash
 * tag has its companions at K:lock and so on, any other at {K}:lock. Only the first form stays inside an ACL pattern such as
 * ~app:*, so who can choose writes its keys as app:{name}. */
typedef struct {
	zend_string *lock;        /* owner, or 'C:' + id while being handed over */
	zend_string *queue;       /* :q      zset id -> ticket */
	zend_string *fence;       /* :fence  last fencing number */
	zend_string *wake_prefix; /* :w:     + id: list with the wake token */
} rk_wait_keys;

/* `key` is the full key with prefix. */
void rk_wait_keys_init(rk_wait_keys *keys, zend_string *key);
void rk_wait_keys_release(rk_wait_keys *keys);

/* A random id for a waiter, which may serve as the owner of the lock too: 32 hex digits and a NUL. RK_ERR_LOCK when the system has no
 * randomness. */
#define RK_WAIT_ID_LEN 32
rk_status rk_wait_id(char id[RK_WAIT_ID_LEN + 1], rk_error *err);

/* One try to take the lock in one round trip; it succeeds too when the lock holds 'C:' + id. RK_OK: taken. RK_REFUSED: busy,
 * *busy_ms = what the holder's lease has left (negative: not known). */
typedef rk_status (*rk_wait_try)(void *context, int64_t *busy_ms, rk_error *err);

/* Tries, and if busy waits its turn for at most wait_us (0: one try; RK_NO_DEADLINE: as long as it takes). RK_OK, RK_REFUSED:
 * not within the time; RK_ERR_EXCEPTION: a signal handler threw meanwhile; other errors. One round trip when free, three when
 * handed over. Gives its place up when it returns without the lock. Between two slices, when no connection is held, it lets
 * PHP's signal handlers and time limits run: RK_ERR_LOCK in a child that one of them forked, for the place is the parent's. A server that lets this user run no blocking commands is asked again and again
 * instead, with jitter. */
rk_status rk_wait_acquire(rk_handle *handle, const rk_wait_keys *keys, const char *id, int64_t wait_us, rk_wait_try attempt,
	void *context, rk_error *err);

/* After a release script answered 2 ("handed to a waiter"): confirms until somebody has it or nobody waits. Errors are not
 * reported: the claim time covers them. */
void rk_wait_confirm(rk_handle *handle, const rk_wait_keys *keys);

#endif
