/* rk_session_parts.h: the state of a session, and what is sent for it. Private to rk_session*.c; everyone else includes
 * rk_session.h. */
#ifndef RK_SESSION_PARTS_H
#define RK_SESSION_PARTS_H

#include "rk_session.h"

#include "rk_wait.h"

typedef enum {
	RK_SESSION_FREE,
	RK_SESSION_MAYBE, /* a request for the lock is under way, or its outcome is unknown: close() releases it in case it is ours */
	RK_SESSION_HELD,
} rk_session_lock;

struct rk_session {
	rk_handle *handle; /* owned, counted */
	rk_codec *codec;   /* owned */
	bool locking;
	int64_t lock_ttl_ms, lock_wait_us;
	int64_t ttl_ms;             /* 0: what write() is given */
	double lock_ttl, lock_wait; /* for messages */
	zend_string *prefix;        /* of keys, the handle's included */
	zend_string *created;       /* the id made last, or NULL */
	rk_session *next;           /* in REDISKIT_G(sessions) */

	/* the session in hand */
	zend_string *id; /* NULL: none */
	zend_string *key;
	rk_wait_keys keys; /* with locking */
	char owner[RK_WAIT_ID_LEN + 1];
	uint32_t fork_generation; /* whose hand */
	rk_session_lock lock;
	bool open;         /* read or validated, and its last step is still to come */
	bool stored;       /* it was there when it was read */
	bool spoiled;      /* not read, or its lock was lost: what is stored must stay until it is read again */
	bool failed;       /* validate() could not tell; read() says why */
	rk_error failure;  /* what it met */
	bool fetched;      /* `data` is what validate() found */
	zend_string *data; /* as stored; NULL: not there */
	bool waiting;      /* for the lock: signal handlers may run, and call us */
	bool abandoned;    /* one of them closed the session */
};

/* Puts a session into REDISKIT_G(sessions), or to its front, and takes it out. */
void rk_session_link(rk_session *session);
void rk_session_unlink(rk_session *session);

/* Is it for this process to change what it has in hand? RK_ERR_LOCK_LOST: no, it is its parent's; RK_ERR_LOCK: it waits. */
rk_status rk_session_check_right(const rk_session *session, rk_error *err);

/* Takes the lock of the session in hand and its data, waiting if need be. RK_REFUSED: `only_stored`, and it is not; nothing
 * is locked then. RK_ERR_LOCK_TIMEOUT; RK_ERR_LOCK: closed meanwhile, and the hand is empty. */
rk_status rk_session_take(rk_session *session, bool only_stored, rk_error *err);

/* The data of the session in hand without its lock. RK_REFUSED as above. */
rk_status rk_session_get(rk_session *session, bool only_stored, rk_error *err);

/* A last step of the session in hand, which hands the lock on: "store" data for ttl ms, "take" (the same, also when nobody
 * holds the lock), "renew" the time to live, "delete". RK_REFUSED: nothing there to renew (the lock is still held), or for
 * "take" another holds the lock. RK_ERR_LOCK_LOST, and RK_ERR_OUTCOME_UNKNOWN when that may be the doing of a first copy of
 * the request. */
rk_status rk_session_step(rk_session *session, const char *step, const rk_encoded *data, int64_t ttl, rk_error *err);

/* Gives the lock in hand a new length, counted from now. RK_REFUSED: another holds it, or nobody. */
rk_status rk_session_refresh(rk_session *session, int64_t ttl_ms, rk_error *err);

/* Releases the lock if it is ours. */
rk_status rk_session_release(rk_session *session, rk_error *err);

/* Without locks: SET key data PX ttl. */
rk_status rk_session_set(rk_session *session, const rk_encoded *data, int64_t ttl, rk_error *err);

/* EXISTS, DEL, or with a ttl PEXPIRE of any key: how many there were. */
rk_status rk_session_count(rk_session *session, const char *command, const zend_string *key, int64_t ttl, zend_long *count,
	rk_error *err);

#endif
