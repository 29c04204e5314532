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

/* What may be done with the session in hand. */
typedef enum {
	RK_SESSION_WRITABLE,
	RK_SESSION_READ_ONLY, /* read without its lock, which another request kept for too long */
	RK_SESSION_AWAY,      /* not read, for the server could not be reached; taken for empty */
} rk_session_access;

#define RK_SESSION_MAX_ID 256

struct rk_session {
	rk_handle *handle; /* owned, counted */
	rk_codec *codec;   /* owned */
	bool locking, read_only_on_timeout, empty_on_error;
	bool returning; /* this visitor had a session that was stored */
	int64_t lock_wait_us;
	int64_t ttl_ms;             /* 0: what write() is given */
	int64_t touch_ms;           /* 0: renew always */
	int64_t new_ttl_ms;         /* 0: a new session is kept as long as any */
	double lock_ttl, lock_wait; /* as set */
	zend_string *prefix;        /* of keys, the handle's included */
	zend_string *compat;        /* NULL, or the prefix of the keys of another handler, whose sessions are read too */
	zend_string *created;       /* the id made last, or NULL */
	rk_session *next;           /* in REDISKIT_G(sessions) */

	/* the session in hand */
	zend_string *id; /* NULL: none */
	zend_string *key;
	zend_string *foreign_key, *moved_key; /* with compat: the other handler's key; says that it was stored here since */
	rk_wait_keys keys;                    /* with locking */
	char owner[RK_WAIT_ID_LEN + 1];
	uint32_t fork_generation; /* whose hand */
	rk_session_lock lock;
	rk_session_access access;
	bool open;               /* read or validated, and its last step is still to come */
	bool stored;             /* it was there when it was read, and is ours */
	bool fresh;              /* it was not when it was read, and has not been stored since */
	int64_t ends_us;         /* without locking: when what is stored will be gone; 0: not known */
	int64_t foreign_left_ms; /* without locking: what the other handler's session has left, as PTTL has it */
	bool spoiled;            /* not read, or its lock was lost: what is stored must stay until it is read again */
	bool failed;             /* validate() could not tell; read() says why */
	rk_error failure;        /* what it met, or why the session is not writable */
	bool fetched;            /* `data` is what validate() found */
	zend_string *data;       /* as stored; NULL: not there */
	zend_string *seen;       /* what read() gave to a read-only session */
	bool waiting;            /* for the lock: signal handlers may run, and call us */
	bool abandoned;          /* one of them closed the session */
};

/* Puts a session into REDISKIT_G(sessions), or to its front, and takes it out. */
void rk_session_link(rk_session *session);
void rk_session_unlink(rk_session *session);

/* The key of an id, and the other handler's (NULL without compat); the caller's. */
zend_string *rk_session_key(const rk_session *session, const zend_string *id);
zend_string *rk_session_foreign_key(const rk_session *session, const zend_string *id);

/* Fills and empties the keys in hand. */
void rk_session_keys_init(rk_session *session, zend_string *id);
void rk_session_keys_release(rk_session *session);

/* How long the lock lasts when it is taken now: lock_ttl, or what follows from max_execution_time at this moment. */
double rk_session_lock_ttl(const rk_session *session);
int64_t rk_session_lock_ttl_ms(const rk_session *session);

/* Seconds as milliseconds, within bounds. */
int64_t rk_session_ms(zend_long seconds);

/* The time to live of the session where write() is given `seconds`; what it is stored with, which is less for a new one; and
 * how much of it makes a renewal needless. All in ms. */
int64_t rk_session_ttl(const rk_session *session, zend_long seconds);
int64_t rk_session_ttl_to_store(const rk_session *session, int64_t ttl);
int64_t rk_session_enough(const rk_session *session, int64_t ttl);

/* Is it for this process to change what it has in hand? RK_ERR_LOCK_LOST: no, it is its parent's; RK_ERR_LOCK: it waits. */
rk_status rk_session_check_right(const rk_session *session, rk_error *err);

/* Takes the lock of the session in hand and its data, waiting if need be. *foreign: they are the other handler's. RK_REFUSED: `only_stored`, and it is not; nothing
 * is locked then. RK_ERR_LOCK_TIMEOUT; RK_ERR_LOCK: closed meanwhile, and the hand is empty. */
rk_status rk_session_take(rk_session *session, bool only_stored, bool *foreign, rk_error *err);

/* The data of the session in hand without its lock, in one exchange. RK_REFUSED as above. */
rk_status rk_session_get(rk_session *session, bool only_stored, bool *foreign, rk_error *err);

/* A last step of the session in hand, which hands the lock on: "store" data for ttl ms, "take" (the same, also when nobody
 * holds the lock), "renew" the time to live, "touch" (the same, unless there is enough of it), "delete". RK_REFUSED: nothing there to renew (the lock is still held), or for
 * "take" another holds the lock. RK_ERR_LOCK_LOST, and RK_ERR_OUTCOME_UNKNOWN when that may be the doing of a first copy of
 * the request. */
rk_status rk_session_step(rk_session *session, const char *step, const rk_encoded *data, int64_t ttl, rk_error *err);

/* Gives the lock in hand a new length, counted from now. RK_REFUSED: another holds it, or nobody. */
rk_status rk_session_refresh(rk_session *session, int64_t ttl_ms, rk_error *err);

/* Releases the lock if it is ours. */
rk_status rk_session_release(rk_session *session, rk_error *err);

/* Without locks: SET key data PX ttl. What came from another handler is marked as moved in the same exchange. */
rk_status rk_session_set(rk_session *session, const rk_encoded *data, int64_t ttl, rk_error *err);

/* EXISTS, DEL, or with a ttl PEXPIRE of any key, and another where that is not NULL: how many there were. */
rk_status rk_session_count(rk_session *session, const char *command, const zend_string *key, const zend_string *another,
	int64_t ttl, zend_long *count, rk_error *err);

#endif
