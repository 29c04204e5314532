/* rk_lock.h: a lock in Redis as one of those who want it sees it: a lease, an owner, fencing numbers.
 *
 * Each operation is one script (lua/lock_*.lua); waiting for a turn is rk_wait's. What is remembered of an acquisition (token,
 * end of the lease by our own clock) only helps to word answers: whether the lock is held the server alone decides, by comparing
 * the owner.
 *
 * The id under which one queues is always random; the owner is the same id unless it was given. Whoever queues under an id is
 * one waiter, while an owner may be shared by several.
 *
 * What was acquired before a fork is void in the child: it neither releases nor refreshes it, and acquires under an id of its
 * own. */
#ifndef RK_LOCK_H
#define RK_LOCK_H

#include "rk_wait.h"

typedef struct {
	rk_handle *handle;  /* owned, counted; NULL until rk_lock_init() has succeeded */
	zend_string *name;  /* owned */
	zend_string *owner; /* owned */
	rk_wait_keys keys;
	char id[RK_WAIT_ID_LEN + 1]; /* under which it queues */
	bool random_owner;           /* the owner is the id: nobody else can have it */
	uint32_t generation;         /* of fork; what was acquired under another is void */
	int64_t ttl_ms;
	int64_t lease_end_us; /* by our clock, reckoned from before the request: the lease lasts at least that long */
	zend_long token;      /* fencing number; 0: not held, as far as we know */
	bool lost;            /* it was found gone while token said that it is held; who wants to know clears it before */
} rk_lock;

/* Fills a zeroed lock; takes a reference to the handle, whose prefix comes before `name`. owner NULL: random. RK_ERR_LOCK when
 * the system has no randomness. Nothing is sent. */
rk_status rk_lock_init(rk_lock *lock, rk_handle *handle, zend_string *name, int64_t ttl_ms, zend_string *owner, rk_error *err);

/* Frees what it holds, initialised or only zeroed. Does not release the lock: its owner may live on elsewhere. */
void rk_lock_destroy(rk_lock *lock);

/* Did a parent process acquire what this stands for? */
static inline bool rk_lock_is_void(const rk_lock *lock)
{
	return lock->generation != rk_fork_generation && (lock->random_owner || lock->token);
}

/* Must the lease still be running, unless somebody released it by force? */
static inline bool rk_lock_lease_is_running(const rk_lock *lock)
{
	return lock->token && rk_now_us() < lock->lease_end_us;
}

/* RK_OK, and lock->token is the fencing number; RK_REFUSED: not free within wait_us; errors as of rk_wait_acquire(). One that is
 * held is extended to its whole ttl. */
rk_status rk_lock_acquire(rk_lock *lock, int64_t wait_us, rk_error *err);

/* RK_OK, RK_REFUSED: not held (any more). When the answer is lost the release is asked for once more: if that finds the lock
 * gone while the lease should still be running, it was the first request that released it. */
rk_status rk_lock_release(rk_lock *lock, rk_error *err);

/* Whoever holds it. RK_REFUSED: nobody does. */
rk_status rk_lock_force_release(const rk_lock *lock, rk_error *err);

/* The lease lasts ttl_ms from now. RK_OK, RK_REFUSED: not held any more. */
rk_status rk_lock_refresh(rk_lock *lock, int64_t ttl_ms, rk_error *err);

/* *ms: what the lease has left, -1 when it never ends. RK_REFUSED: not held. */
rk_status rk_lock_remaining(const rk_lock *lock, zend_long *ms, rk_error *err);

#endif
