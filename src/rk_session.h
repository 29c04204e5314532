/* rk_session.h: the session protocol, shared by the save handler (session.c) and Rediskit\SessionHandler (session_handler.c).
 *
 * An rk_session has at most one session in hand: the one it read last. With locking, reading takes its lock and its data in
 * one script, and the last step (write, renew, destroy, or close) does its work and hands the lock on in one script; without,
 * they are GET and SET. In between nothing is held but the lock's owner id: no connection, so user code may do what it likes.
 *
 * Ids are stored under a hash, so that they show neither in MONITOR nor in SLOWLOG. What can't be read is never overwritten. */
#ifndef RK_SESSION_H
#define RK_SESSION_H

#include "rk_handle.h"

typedef struct rk_session rk_session;

typedef struct {
	bool locking;
	double lock_ttl;             /* seconds until the lock of a holder that died is free again; 0: by max_execution_time */
	double lock_wait;            /* seconds to wait for it; 0: one try */
	const char *on_lock_timeout; /* fail; readonly: read without the lock, and write nothing */
	const char *on_error;        /* fail; readonly-empty: without a server, an empty session that is not written */
	zend_long ttl;               /* seconds a session is kept after its last use; 0: what write() and renew() are given */
	zend_long touch_interval;    /* seconds between renewals of a session that does not change; 0: at each use */
	zend_long new_ttl;           /* seconds a session is kept that was stored only once; 0: as any */
	const char *prefix;          /* of keys, after the handle's own */
	const char *compression;     /* none, zstd, lz4 */
	const char *compat;          /* prefix of the keys of another handler, whose sessions are read where there is none of ours */
	zend_long track_active;      /* minutes for which it is kept how many sessions were used; 0: not at all */
	bool returning;              /* the visitor is known to come back: a new session is a successor (a new id), not new_ttl's */
} rk_session_settings;

/* What the INI says. Strings are borrowed, here and in general. */
void rk_session_settings_init(rk_session_settings *settings);

/* Takes a reference to `handle`; copies what it needs of the settings. RK_ERR_CONFIG for settings that make no sense. Nothing
 * on the wire. */
rk_status rk_session_create(rk_handle *handle, const rk_session_settings *settings, rk_session **out, rk_error *err);

/* Frees memory; nothing on the wire: rk_session_close() comes first. */
void rk_session_free(rk_session *session);

/* Is it waiting for a lock right now? Only a signal handler can find it so; rk_session_close() then takes effect when the
 * wait is over, and the session must not be freed. */
bool rk_session_is_waiting(const rk_session *session);

/* May `id` be one: 1 to 256 of A-Z a-z 0-9 , and - */
bool rk_session_is_id(const zend_string *id);

/* Tells that `id` was just made at random: asked whether it exists, rk_session_validate() says no without looking. */
void rk_session_created(rk_session *session, zend_string *id);

/* Is there such a session? RK_OK: yes, and it is locked and its data are here for rk_session_read(), which then sends
 * nothing. RK_REFUSED: no (or `id` cannot be one); nothing is locked. When that could not be found out the answer is RK_OK
 * too, and rk_session_read() reports why: a "no" would make PHP give the user another session. While another session is in
 * hand, only looks. One round trip. */
rk_status rk_session_validate(rk_session *session, zend_string *id, rk_error *err);

/* Locks and reads; a session that is not stored reads as "". Our own lock is kept and renewed (session_reset()). RK_OK: *data
 * is the caller's; rk_session_limits() says what else there is to say. RK_ERR_LOCK_TIMEOUT when others held it all the time; RK_ERR_CODEC when what is stored cannot be
 * unwrapped; others. After a failure rk_session_write() refuses this id until reading succeeds. One round trip, three after
 * waiting. */
rk_status rk_session_read(rk_session *session, zend_string *id, zend_string **data, rk_error *err);

/* Stores `data` for `ttl` seconds and releases. Of a session that is not in hand (a new id), takes the lock too.
 * Of one that was read under rk_session_limits() nothing is sent: RK_OK where it did not change or Redis was away, else RK_ERR_LOCK.
 * RK_ERR_LOCK_LOST when the lock ran out, or when this process was forked from the one that read: nothing is written then.
 * RK_ERR_OUTCOME_UNKNOWN: it may have been. One round trip. */
rk_status rk_session_write(rk_session *session, zend_string *id, zend_string *data, zend_long ttl, rk_error *err);

/* As rk_session_write() for data that are what was read: only renews the time to live, and stores them if they have gone. */
rk_status rk_session_renew(rk_session *session, zend_string *id, zend_string *data, zend_long ttl, rk_error *err);

/* Deletes and releases. A session that is not in hand is deleted as it is, locked or not; one in hand whose lock was lost
 * stays, RK_ERR_LOCK or RK_ERR_LOCK_LOST. One round trip. */
rk_status rk_session_destroy(rk_session *session, zend_string *id, rk_error *err);

/* Lets go of the session in hand: releases its lock, unless a last step did. One round trip, or none. */
rk_status rk_session_close(rk_session *session, rk_error *err);

/* ---- the session this request has open (rk_session_current.c) ---- */

/* The session that this request read last and has not written, destroyed or closed yet, be it the save handler's, that of a
 * Rediskit\SessionHandler that PHP uses, or of one inside a decorator or used by itself; NULL: none. A session whose lock was
 * lost is open until it is closed. Borrowed: user code may free it. After fork() the child finds its parent's: what changes a
 * session says RK_ERR_LOCK_LOST there. No round trip. */
rk_session *rk_session_current(void);

/* Why the session in hand will not be written, after rk_session_read() succeeded: RK_ERR_LOCK_TIMEOUT, its lock was not to be
 * had in time; other errors: Redis could not be reached, and it reads as "". RK_OK: it will be. No round trip. */
rk_status rk_session_limits(const rk_session *session, rk_error *err);

/* Is what this request changes in the session not to be stored, as far as it is known? */
bool rk_session_is_read_only(const rk_session *session);

/* Had this visitor a session that was stored? See rk_session_settings. */
bool rk_session_is_returning(const rk_session *session);

/* Makes the lock end `seconds` (0.001 to 1e6; 0: lock_ttl) from now. RK_OK: it does, or the session is not locked at all.
 * RK_REFUSED: it was lost, and rk_session_write() will refuse to write. RK_ERR_LOCK_LOST: it belongs to the parent process.
 * One round trip. */
rk_status rk_session_extend(rk_session *session, double seconds, rk_error *err);

/* Says whose session it is, from its next writing on (NULL: nobody's), and what to call it in a list of that user's (NULL: as
 * before; at most 255 bytes). Nothing on the wire. RK_ERR_LOCK_LOST as above. */
rk_status rk_session_set_user(rk_session *session, const zend_string *user, const zend_string *label, rk_error *err);

/* Seconds (1 to a hundred years) this session is kept after each use, from its next writing on; 0: as others are. Nothing on the
 * wire. */
rk_status rk_session_set_ttl(rk_session *session, zend_long seconds, rk_error *err);

/* How many it will be kept, where others are kept for `usual`. */
zend_long rk_session_seconds(const rk_session *session, zend_long usual);

/* Milliseconds until what is stored of it is forgotten. RK_REFUSED: nothing is stored. One round trip. */
rk_status rk_session_remaining(rk_session *session, zend_long *ms, rk_error *err);

/* What went wrong beside a step that succeeded; false: nothing. */
bool rk_session_take_notice(rk_session *session, rk_error *notice);

/* After the request's objects are gone: closes the sessions that PHP left behind. It does so after fatal errors, and where an
 * exception kept a class that extends \SessionHandler from being called to close. */
void rk_session_request_end(void);

#endif
