/* rk_session.c: see rk_session.h; rk_session_wire.c has what is sent.
 *
 *     rk_session_read ----> session_open (lock, data)          write, renew, destroy, close ----> session_close (check owner, work, hand on)
 */
#include "rk_session_parts.h"

#include "rk_ext_session.h"

/* ---- the hand ---- */

static void drop_data(rk_session *session)
{
	if (session->data) {
		zend_string_release(session->data);
		session->data = NULL;
	}
	if (session->seen) {
		zend_string_release(session->seen);
		session->seen = NULL;
	}
	if (session->meta_text) {
		zend_string_release(session->meta_text);
		session->meta_text = NULL;
	}
	session->fetched = false;
}

static void drop_meta(rk_session *session)
{
	memset(&session->meta, 0, sizeof(session->meta));
	session->meta_state = RK_META_UNKNOWN;
	session->meta_changed = false;
	session->listed_for[0] = '\0';
}

/* Empties the hand; nothing on the wire. */
static void drop(rk_session *session)
{
	drop_data(session);
	rk_session_keys_release(session);
	session->lock = RK_SESSION_FREE;
	session->access = RK_SESSION_WRITABLE;
	session->open = session->stored = session->fresh = session->spoiled = session->failed = session->tracked = false;
	if (session->meta_state != RK_META_UNKNOWN) {
		drop_meta(session);
	}
}

void rk_session_free(rk_session *session)
{
	rk_session_unlink(session);
	drop(session);
	if (session->created) {
		zend_string_release(session->created);
	}
	if (session->compat) {
		zend_string_release(session->compat);
	}
	zend_string_release(session->prefix);
	rk_codec_free(session->codec);
	rk_handle_release(session->handle);
	efree(session);
}

void rk_session_created(rk_session *session, zend_string *id)
{
	if (session->created) {
		zend_string_release(session->created);
	}
	session->created = zend_string_copy(id);
}

static bool is_inherited(const rk_session *session)
{
	return session->id && session->fork_generation != rk_fork_generation;
}

/* A bailout out of a wait ends it. */
bool rk_session_is_waiting(const rk_session *session)
{
	return session->waiting && !CG(unclean_shutdown);
}

static bool in_hand(const rk_session *session, const zend_string *id)
{
	return session->id && !is_inherited(session) && zend_string_equals(session->id, id);
}

static rk_status check_not_waiting(const rk_session *session, rk_error *err)
{
	if (rk_session_is_waiting(session)) {
		return rk_error_set(err, RK_ERR_LOCK, "The session is waiting for its lock; a signal handler cannot use it meanwhile");
	}
	return RK_OK;
}

/* Makes `id` the session in hand; what was there before is released. */
static rk_status take_in_hand(rk_session *session, zend_string *id, rk_error *err)
{
	rk_status status;

	if (in_hand(session, id)) {
		return RK_OK;
	}
	if (!rk_session_is_id(id)) {
		return rk_error_set(err, RK_ERR_CONFIG, "The session id is not valid: it may have 1 to %d characters of A-Z, a-z, 0-9, \"-\" and \",\"", RK_SESSION_MAX_ID);
	}
	status = rk_session_close(session, err);
	if (status != RK_OK) {
		return status;
	}
	if (session->locking) {
		status = rk_wait_id(session->owner, err);
		if (status != RK_OK) {
			return status;
		}
	}
	if (session->created && zend_string_equals(session->created, id)) {
		zend_string_release(session->created);
		session->created = NULL;
		session->tracked = true; /* a visitor counts from the second page on: most who come without an id are bots */
	}
	rk_session_keys_init(session, id);
	session->fork_generation = rk_fork_generation;
	return RK_OK;
}

/* ---- the steps ---- */

/* Is it that the server cannot be reached, or does not serve now? */
static bool is_away(rk_status status, const rk_error *err)
{
	switch (status) {
		case RK_ERR_CONNECTION:
		case RK_ERR_TIMEOUT:
		case RK_ERR_TLS:
		case RK_ERR_POOL: return true;
		case RK_ERR_COMMAND: return !strcmp(err->prefix, "LOADING") || !strcmp(err->prefix, "MASTERDOWN") || !strcmp(err->prefix, "CLUSTERDOWN");
		default: return false;
	}
}

/* What settings make of a failure: a session that can be read but not written, which is a success. */
static rk_status make_do(rk_session *session, bool only_stored, rk_status status, rk_error *err)
{
	bool foreign;

	if (status == RK_ERR_LOCK_TIMEOUT && session->read_only_on_timeout) {
		session->access = RK_SESSION_READ_ONLY;
		session->failure = *err;
		status = rk_session_get(session, only_stored, &foreign, err);
	}
	if (session->empty_on_error && is_away(status, err)) {
		session->access = RK_SESSION_AWAY;
		session->failure = *err;
		status = RK_OK;
	}
	return status;
}

static rk_status fetch(rk_session *session, bool only_stored, rk_error *err)
{
	bool foreign = false;
	rk_status status;

	drop_data(session);
	session->access = RK_SESSION_WRITABLE;
	status = session->locking ? rk_session_take(session, only_stored, &foreign, err) : rk_session_get(session, only_stored, &foreign, err);
	if (status != RK_OK && status != RK_REFUSED) {
		status = make_do(session, only_stored, status, err);
	}
	if (status == RK_OK) {
		session->fetched = true;
		session->open = true;
		session->stored = session->data && !foreign;
		session->fresh = !session->data;
		session->returning = session->returning || session->data;
		rk_session_link(session);
	}
	return status;
}

/* rk_session_count() of all that may be stored for an id. */
static rk_status count_of_id(rk_session *session, const char *command, const zend_string *id, zend_long *count, rk_error *err)
{
	zend_string *key = rk_session_key(session, id), *foreign_key = rk_session_foreign_key(session, id);
	rk_status status = rk_session_count(session, command, key, foreign_key, count, err);

	zend_string_release(key);
	if (foreign_key) {
		zend_string_release(foreign_key);
	}
	return status;
}

rk_status rk_session_validate(rk_session *session, zend_string *id, rk_error *err)
{
	zend_long found;
	rk_error problem;
	rk_status status;

	status = check_not_waiting(session, err);
	if (status != RK_OK) {
		return status;
	}
	if (!rk_session_is_id(id) || (session->created && zend_string_equals(session->created, id) && !in_hand(session, id))) {
		return RK_REFUSED;
	}
	if (session->open && !is_inherited(session)) {
		if (in_hand(session, id)) {
			return RK_OK;
		}
		status = count_of_id(session, "EXISTS", id, &found, err);
		return status == RK_OK && !found ? RK_REFUSED : status;
	}
	status = take_in_hand(session, id, err);
	if (status != RK_OK) {
		return status;
	}
	session->spoiled = true;
	status = fetch(session, true, &problem);
	session->failed = status != RK_OK && status != RK_REFUSED;
	if (session->failed) {
		session->failure = problem;
	}
	session->spoiled = status != RK_REFUSED;
	return session->failed ? RK_OK : status;
}

rk_status rk_session_read(rk_session *session, zend_string *id, zend_string **data, rk_error *err)
{
	rk_status status = check_not_waiting(session, err);

	if (status == RK_OK) {
		status = take_in_hand(session, id, err);
	}
	if (status != RK_OK) {
		return status;
	}
	session->spoiled = true; /* also when a time limit ends the request while we wait */
	if (session->failed) {
		session->failed = false;
		*err = session->failure;
		status = err->status;
	} else if (!session->fetched) {
		status = fetch(session, false, err);
	}
	rk_session_carry_on(session);
	if (status == RK_OK) {
		if (session->data) {
			status = rk_codec_unwrap(session->codec, session->data, ZSTR_VAL(session->key), ZSTR_LEN(session->key), data, err);
		} else {
			*data = ZSTR_EMPTY_ALLOC();
		}
	}
	if (status == RK_OK) {
		drop_data(session);
		session->seen = session->access == RK_SESSION_READ_ONLY ? zend_string_copy(*data) : NULL;
	}
	session->spoiled = status != RK_OK;
	return status;
}

rk_status rk_session_check_right(const rk_session *session, rk_error *err)
{
	if (session->open && is_inherited(session)) {
		return rk_error_set(err, RK_ERR_LOCK_LOST,
			"The session was opened before this process was forked, so it belongs to the parent process and nothing was written: call "
			"session_write_close() before fork, or session_abort() in the child");
	}
	return check_not_waiting(session, err);
}

/* And may it store `id`? */
static rk_status check_writable(const rk_session *session, const zend_string *id, rk_error *err)
{
	if (session->spoiled && in_hand(session, id)) {
		return rk_error_set(err, RK_ERR_LOCK,
			"The session could not be read, or its lock was lost: until it is read again nothing is written and what is stored stays");
	}
	return rk_session_check_right(session, err);
}

static rk_status store_locked(rk_session *session, const rk_encoded *data, int64_t ttl, rk_error *err)
{
	bool foreign;
	rk_status status;

	if (session->lock == RK_SESSION_HELD) {
		return rk_session_step(session, "store", data, ttl, err);
	}
	status = rk_session_step(session, "take", data, ttl, err);
	if (status != RK_REFUSED) {
		return status;
	}
	status = rk_session_take(session, false, &foreign, err);
	drop_data(session);
	return status == RK_OK ? rk_session_step(session, "store", data, ttl, err) : status;
}

/* The last step of a session that must not be written; the holder of the lock, or nobody, renews it. */
static rk_status end_unwritten(rk_session *session, const zend_string *data, rk_error *err)
{
	bool same = !data || (session->seen && zend_string_equals(session->seen, data));
	bool unchanged = session->access == RK_SESSION_AWAY || (same && !session->meta_changed);

	session->open = false;
	if (unchanged) {
		return RK_OK;
	}
	return rk_error_set(err, RK_ERR_LOCK,
		"What this request changed was not stored, for the session was opened read-only: another request had it (rediskit.session.on_lock_timeout = "
		"readonly)");
}

static bool is_read_only(const rk_session *session, const zend_string *id)
{
	return session->access != RK_SESSION_WRITABLE && in_hand(session, id);
}

static rk_status ended(rk_error *err)
{
	return rk_error_set(err, RK_ERR_LOCK_LOST,
		"The session is not stored any more, so nothing was written: while this request had it open, it was ended (session_destroy(), "
		"session_regenerate_id() or Rediskit\\Sessions elsewhere), or its time was over");
}

rk_status rk_session_write(rk_session *session, zend_string *id, zend_string *data, zend_long ttl, rk_error *err)
{
	int64_t ms;
	rk_encoded encoded;
	rk_status status = check_writable(session, id, err);

	if (status == RK_OK && is_read_only(session, id)) {
		return end_unwritten(session, data, err);
	}
	if (status == RK_OK) {
		status = take_in_hand(session, id, err);
	}
	if (status == RK_OK) {
		status = rk_codec_wrap(session->codec, data, ZSTR_VAL(session->key), ZSTR_LEN(session->key), &encoded, err);
	}
	if (status != RK_OK) {
		return status;
	}
	ms = rk_session_ttl_to_store(session, rk_session_ttl(session, ttl));
	status = session->locking ? store_locked(session, &encoded, ms, err) : rk_session_set(session, &encoded, ms, err);
	rk_encoded_release(&encoded);
	if (status == RK_OK) {
		session->open = session->fresh = false;
	}
	return status == RK_REFUSED ? ended(err) : status;
}

/* RK_REFUSED: nothing is stored. */
static rk_status renew_unlocked(rk_session *session, int64_t ttl, rk_error *err)
{
	int64_t left = session->ends_us ? (session->ends_us - rk_now_us()) / 1000 : 0;

	if (session->touch_ms && left > rk_session_enough(session, ttl) && left <= ttl && rk_session_meta_is_settled(session, ttl)) {
		return RK_OK;
	}
	return rk_session_expire(session, ttl, err);
}

rk_status rk_session_renew(rk_session *session, zend_string *id, zend_string *data, zend_long ttl, rk_error *err)
{
	int64_t ms = rk_session_ttl(session, ttl);
	rk_status status = check_writable(session, id, err);

	if (status != RK_OK) {
		return status;
	}
	if (is_read_only(session, id)) {
		return end_unwritten(session, NULL, err);
	}
	if (!session->open || !session->stored || !in_hand(session, id)) {
		return rk_session_write(session, id, data, ttl, err);
	}
	status = session->locking ? rk_session_step(session, session->touch_ms ? "touch" : "renew", NULL, ms, err)
							  : renew_unlocked(session, ms, err);
	if (status == RK_REFUSED && !session->locking) {
		return ended(err);
	}
	if (status == RK_REFUSED) {
		session->meta_changed = true; /* it has gone with the data */
		return rk_session_write(session, id, data, ttl, err);
	}
	if (status == RK_OK) {
		session->open = false;
	}
	return status;
}

rk_status rk_session_destroy(rk_session *session, zend_string *id, rk_error *err)
{
	zend_long found = 1;
	rk_status status = rk_session_check_right(session, err);

	if (status != RK_OK) {
		return status;
	}
	if (is_read_only(session, id)) {
		return rk_error_set(err, RK_ERR_LOCK,
			session->access == RK_SESSION_AWAY
				? "Redis could not be reached when the session was opened, so it is not deleted"
				: "Another request had the session when this one opened it, read-only, so it is not deleted");
	}
	if (session->locking && session->spoiled && session->lock != RK_SESSION_HELD && in_hand(session, id)) {
		return rk_error_set(err, RK_ERR_LOCK,
			"The session could not be read, or its lock was lost: until it is read again it is not deleted, for it may be another request's by now");
	}
	if (in_hand(session, id) && session->lock == RK_SESSION_HELD) {
		status = rk_session_step(session, "delete", NULL, 0, err);
	} else if (rk_session_is_id(id)) {
		status = count_of_id(session, "DEL", id, &found, err);
	}
	if (status == RK_OK && !found && session->stored && session->open && in_hand(session, id) && rk_ext_session_is_regenerating()) {
		return ended(err); /* or what was in it would be stored under the new id */
	}
	if (status == RK_OK && in_hand(session, id)) {
		session->open = session->stored = session->fresh = false;
		rk_session_carry(session);
		drop_meta(session);
		session->meta_state = RK_META_NONE;
	}
	return status;
}

rk_status rk_session_close(rk_session *session, rk_error *err)
{
	rk_session_lock lock = is_inherited(session) ? RK_SESSION_FREE : session->lock;
	rk_status status = RK_OK;

	if (rk_session_is_waiting(session)) {
		session->abandoned = true;
		return RK_OK;
	}
	if (lock != RK_SESSION_FREE) {
		status = rk_session_release(session, err);
	}
	rk_session_carry(session);
	drop(session);
	return lock == RK_SESSION_HELD ? status : RK_OK;
}
