/* rk_session_parts.h: the state of a session, and what is sent for it. Private to rk_session*.c; everyone else includes
 * rk_session.h. */
#ifndef RK_SESSION_PARTS_H
#define RK_SESSION_PARTS_H

#include "rk_session.h"

#include "rk_scripts.h"
#include "rk_session_meta.h"
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

/* What is at the session's meta key. */
typedef enum {
	RK_META_UNKNOWN, /* the session was not read */
	RK_META_STALE,   /* that of an earlier session: there were no data */
	RK_META_NONE,
	RK_META_STORED,
} rk_session_meta_state;

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
	zend_long track_active;     /* minutes; 0: sessions are not counted */
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
	zend_string *meta_text;  /* as stored, until it is taken apart; NULL: not there */
	rk_session_meta meta;    /* as it shall be */
	rk_session_meta_state meta_state;
	bool meta_changed;                        /* since it was read or written */
	char listed_for[RK_SESSION_HASH_LEN + 1]; /* whose list the session is on; empty: nobody's */
	bool tracked;                             /* counted as active */
	bool has_notice;
	rk_error notice; /* what went wrong beside a step that succeeded */
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

/* A last step of the session in hand, which hands the lock on: "store" data for ttl ms, "take" (the same, also when nobody
 * holds the lock), "renew" the time to live, "touch" (the same, unless there is enough of it), "delete". RK_REFUSED: nothing there to renew (the lock is still held), or for
 * "take" another holds the lock. RK_ERR_LOCK_LOST, and RK_ERR_OUTCOME_UNKNOWN when that may be the doing of a first copy of
 * the request. */
rk_status rk_session_step(rk_session *session, const char *step, const rk_encoded *data, int64_t ttl, rk_error *err);

/* Gives the lock in hand a new length, counted from now. RK_REFUSED: another holds it, or nobody. */
rk_status rk_session_refresh(rk_session *session, int64_t ttl_ms, rk_error *err);

/* Releases the lock if it is ours. */
rk_status rk_session_release(rk_session *session, rk_error *err);

/* ---- rk_session_keys.c: hashes and keys by themselves ---- */

/* The first half of the SHA-256 of a session's or user's id, in hex digits. */
void rk_session_hash(const char *text, size_t len, char hash[RK_SESSION_HASH_LEN + 1]);

/* RK_ERR_CONFIG: the prefix would keep the braces around a hash from being a key's hash tag, so its companions would be elsewhere. */
rk_status rk_session_check_prefix(const zend_string *prefix, rk_error *err);

/* Where the session with that hash is, a user's sessions are listed, and the active ones of a minute counted. */
zend_string *rk_session_key_of_hash(const zend_string *prefix, const char *hash);
zend_string *rk_session_list_key(const zend_string *prefix, const char *user);
zend_string *rk_session_active_key(const zend_string *prefix, int64_t minute);

#define RK_SESSION_META ":meta" /* behind the key of the data */

/* ---- rk_session_plain.c: without locks ---- */

/* The data of the session in hand and what is kept beside them. *foreign and RK_REFUSED as with rk_session_take(). */
rk_status rk_session_get(rk_session *session, bool only_stored, bool *foreign, rk_error *err);

/* SET and PEXPIRE of the session in hand. RK_REFUSED: it is not there (any more); set() stores one that was not there when it was
 * read, or that was not read. What came from another handler is marked as moved in the same write. */
rk_status rk_session_set(rk_session *session, const rk_encoded *data, int64_t ttl, rk_error *err);
rk_status rk_session_expire(rk_session *session, int64_t ttl, rk_error *err);

/* EXISTS of any session's key, and another where that is not NULL: how many there are. DEL: whether it was there; `another` and
 * what is kept beside it go too. */
rk_status rk_session_count(rk_session *session, const char *command, const zend_string *key, const zend_string *another,
	zend_long *count, rk_error *err);

/* Takes a string out of a reply; false: it is none, and nothing was done. */
bool rk_session_take_string(zend_string **data, const zval *reply);

/* ---- rk_session_wire.c ---- */

rk_call rk_session_call(const zend_string *key, const char *name);
/* For what changes the session: whoever asked for that is told when it may have been done and no answer says so. */
rk_call rk_session_change(const zend_string *key, const char *name);

/* ---- rk_session_beside.c: what is sent in the same write as a step ---- */

#define RK_SESSION_MAX_MORE 7 /* commands beside a step */

/* Runs a step and, in the same write, `more` (or NULL). What fails of the latter is kept for rk_session_take_notice(). As
 * rk_script_run_with(). */
rk_status rk_session_run(rk_session *session, const rk_call *call, const rk_script *script, rk_request *request,
	const rk_request *more, zval *reply, rk_error *err);

/* Frees replies[first] to that of the last command of `more`. */
void rk_session_drop_replies(zval *replies, uint32_t first, const rk_request *more);

/* Adds the commands that count the session in hand as active, once for each reading. */
void rk_session_track(rk_session *session, rk_request *more);

/* After reading: takes apart meta_text. RK_ERR_CODEC: it is not ours. */
rk_status rk_session_meta_take(rk_session *session, rk_error *err);

/* The argument `meta` of session_close: '' nothing, '=' renew, '-' remove, else the new text. */
typedef struct {
	const char *argument;
	size_t len;
	char text[RK_SESSION_META_ROOM];
} rk_session_meta_plan;

/* Before a last step: what becomes of the meta, and to `more` what concerns the lists. */
void rk_session_meta_prepare(rk_session *session, const char *step, int64_t ttl, rk_session_meta_plan *plan, rk_request *more);
/* After it succeeded. */
void rk_session_meta_written(rk_session *session, const char *step);
/* Is there nothing to do but to renew it with the data? */
bool rk_session_meta_is_settled(const rk_session *session, int64_t ttl);

/* session_regenerate_id() destroys or writes a session, closes it and reads a new one: what is kept besides the data goes with
 * the visitor. carry() puts it aside when that happens to a session, carry_on() gives it to the one that is read next, and
 * forgets it outside of session_regenerate_id(). */
void rk_session_carry(const rk_session *session);
void rk_session_carry_on(rk_session *session);

/* ---- rk_sessions.c ---- */

/* PTTL. RK_REFUSED: there is no such key. */
rk_status rk_session_time_left(rk_handle *handle, const zend_string *key, zend_long *ms, rk_error *err);

#endif
