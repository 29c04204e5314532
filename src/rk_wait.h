/* rk_wait.h: waiting for a lock: tickets, own wake keys, hand-over with confirmation. Shared by Lock, Session (and Semaphore).
 *
 * Order is kept in a zset of tickets, never in BLPOP. Each waiter sleeps in BLPOP on its own list, in slices of at most a second, and re-registers
 * with its old ticket. A release hands over to the longest waiter, then confirms that the token was popped and otherwise goes on to the next. A killed
 * waiter costs nothing, a frozen one about the claim time. */
#ifndef RK_WAIT_H
#define RK_WAIT_H

#include "rk_handle.h"

#define RK_WAIT_CLAIM_MS 300   /* how long a handed-over lock waits for its new holder */
#define RK_WAIT_SLICE_MS 1000  /* longest sleep between two registrations */
#define RK_WAIT_QUEUE_MS 60000 /* a queue nobody touches disappears */

/* The companion keys of a lock on K; all in K's cluster slot. */
typedef struct {
	zend_string *lock;        /* {K}:lock   owner, or 'C:' + id while being handed over */
	zend_string *queue;       /* {K}:q      zset id -> ticket */
	zend_string *fence;       /* {K}:fence  last fencing number */
	zend_string *wake_prefix; /* {K}:w:     + id: list with the wake token */
} rk_wait_keys;

/* `key` is the full key with prefix; with `own_key` the lock lives at K itself (Lock), else at the companion (Session). */
void rk_wait_keys_init(rk_wait_keys *keys, zend_string *key);
void rk_wait_keys_release(rk_wait_keys *keys);

/* A random owner id: 32 hex digits and a NUL. RK_ERR_LOCK when the system has no randomness. */
#define RK_WAIT_ID_LEN 32
rk_status rk_wait_id(char id[RK_WAIT_ID_LEN + 1], rk_error *err);

/* One try to take the lock in one round trip. RK_OK: taken. RK_REFUSED: busy, *busy_ms = what the holder's lease has left. */
typedef rk_status (*rk_wait_try)(void *context, int64_t *busy_ms, rk_error *err);

/* Tries, and if busy waits its turn for at most wait_us (0: one try). RK_OK, RK_REFUSED: not within the time; errors. One round trip when
 * free, three when handed over. Gives its place up when it returns without the lock. */
rk_status rk_wait_acquire(rk_handle *handle, const rk_wait_keys *keys, const char *id, int64_t wait_us, rk_wait_try attempt, void *context,
						  rk_error *err);

/* After a release script answered 2 ("handed to a waiter"): confirms until somebody has it or nobody waits. Errors are not reported: the claim time covers them. */
void rk_wait_confirm(rk_handle *handle, const rk_wait_keys *keys);

#endif
