/* rk_session.c: see rk_session.h; rk_session_wire.c has what is sent.
 *
 *     rk_session_read ----> session_open (lock, data)          write, renew, destroy, close ----> session_close (check owner, work, hand on)
 */
#include "rk_session_parts.h"

#include "php_rediskit.h"

#include <ext/hash/php_hash.h>
#include <ext/hash/php_hash_sha.h>

#include <math.h>

#define MAX_ID_LEN 256
#define HASH_BYTES 20            /* of SHA-256: what nobody can find a second id for */
#define MAX_SECONDS 3155760000LL /* a hundred years; a longer time to live is taken for this */

/* ---- settings, making and freeing ---- */

void rk_session_settings_init(rk_session_settings *settings)
{
	*settings = (rk_session_settings){
		.locking = REDISKIT_G(session_locking),
		.lock_ttl = REDISKIT_G(session_lock_ttl),
		.lock_wait = REDISKIT_G(session_lock_wait),
		.prefix = REDISKIT_G(session_prefix),
		.compression = REDISKIT_G(session_compression),
	};
}

static rk_status check_settings(const rk_session_settings *settings, rk_error *err)
{
	if (!isfinite(settings->lock_ttl) || settings->lock_ttl < 0.001 || settings->lock_ttl > 1e6) {
		return rk_error_set(err, RK_ERR_CONFIG, "lock_ttl must be between 0.001 and 1000000 seconds");
	}
	if (!isfinite(settings->lock_wait) || settings->lock_wait < 0 || settings->lock_wait > 1e6) {
		return rk_error_set(err, RK_ERR_CONFIG, "lock_wait must be between 0 and 1000000 seconds");
	}
	if (settings->ttl < 0) {
		return rk_error_set(err, RK_ERR_CONFIG, "ttl must be a number of seconds greater than 0, or null for session.gc_maxlifetime");
	}
	return RK_OK;
}

static int64_t ttl_ms(zend_long seconds)
{
	if (seconds < 1) {
		seconds = 1;
	}
	return (seconds < MAX_SECONDS ? seconds : MAX_SECONDS) * 1000;
}

/* Sessions are text already (session.serialize_handler made it), so the codec only compresses and, with a mac_key, signs. */
static rk_status create_codec(const rk_handle *handle, const char *compression, rk_codec **out, rk_error *err)
{
	rk_codec_config config = handle->config.codec;

	snprintf(config.serializer, sizeof(config.serializer), "none");
	snprintf(config.compression, sizeof(config.compression), "%s", compression && *compression ? compression : "none");
	return rk_codec_create(&config, true, out, err);
}

rk_status rk_session_create(rk_handle *handle, const rk_session_settings *settings, rk_session **out, rk_error *err)
{
	const char *prefix = settings->prefix ? settings->prefix : "";
	rk_session *session;
	rk_codec *codec;
	rk_status status = check_settings(settings, err);

	if (status == RK_OK) {
		status = create_codec(handle, settings->compression, &codec, err);
	}
	if (status != RK_OK) {
		return status;
	}
	session = ecalloc(1, sizeof(*session));
	session->handle = rk_handle_share(handle);
	session->codec = codec;
	session->locking = settings->locking;
	session->lock_ttl = settings->lock_ttl;
	session->lock_wait = settings->lock_wait;
	session->lock_ttl_ms = (int64_t) (settings->lock_ttl * 1e3);
	session->lock_wait_us = (int64_t) (settings->lock_wait * 1e6);
	session->ttl_ms = settings->ttl ? ttl_ms(settings->ttl) : 0;
	session->prefix = rk_handle_key(handle, prefix, strlen(prefix));
	rk_session_link(session);
	*out = session;
	return RK_OK;
}

static void drop_data(rk_session *session)
{
	if (session->data) {
		zend_string_release(session->data);
		session->data = NULL;
	}
	session->fetched = false;
}

/* Empties the hand; nothing on the wire. */
static void drop(rk_session *session)
{
	drop_data(session);
	if (session->id) {
		zend_string_release(session->id);
		zend_string_release(session->key);
		if (session->locking) {
			rk_wait_keys_release(&session->keys);
		}
	}
	session->id = session->key = NULL;
	session->lock = RK_SESSION_FREE;
	session->open = session->stored = session->spoiled = session->failed = false;
}

void rk_session_free(rk_session *session)
{
	rk_session_unlink(session);
	drop(session);
	if (session->created) {
		zend_string_release(session->created);
	}
	zend_string_release(session->prefix);
	rk_codec_free(session->codec);
	rk_handle_release(session->handle);
	efree(session);
}

/* ---- ids and keys ---- */

bool rk_session_is_id(const zend_string *id)
{
	if (ZSTR_LEN(id) == 0 || ZSTR_LEN(id) > MAX_ID_LEN) {
		return false;
	}
	for (size_t i = 0; i < ZSTR_LEN(id); i++) {
		char c = ZSTR_VAL(id)[i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ',' || c == '-')) {
			return false;
		}
	}
	return true;
}

/* prefix{hash}: the braces keep the companions of the key in its cluster slot, and inside an ACL pattern such as ~prefix*. */
static zend_string *key_of(const rk_session *session, const zend_string *id)
{
	unsigned char digest[32];
	char name[2 * HASH_BYTES + 2] = "{";
	PHP_SHA256_CTX context;

	PHP_SHA256InitArgs(&context, NULL);
	PHP_SHA256Update(&context, (const unsigned char *) ZSTR_VAL(id), ZSTR_LEN(id));
	PHP_SHA256Final(digest, &context);
	rk_hex(name + 1, digest, HASH_BYTES);
	name[sizeof(name) - 1] = '}';
	return zend_string_concat2(ZSTR_VAL(session->prefix), ZSTR_LEN(session->prefix), name, sizeof(name));
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
		return rk_error_set(err, RK_ERR_CONFIG, "The session id is not valid: it may have 1 to %d characters of A-Z, a-z, 0-9, \"-\" and \",\"", MAX_ID_LEN);
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
	}
	session->id = zend_string_copy(id);
	session->key = key_of(session, id);
	if (session->locking) {
		rk_wait_keys_init(&session->keys, session->key);
	}
	session->fork_generation = rk_fork_generation;
	return RK_OK;
}

/* ---- the steps ---- */

static rk_status fetch(rk_session *session, bool only_stored, rk_error *err)
{
	rk_status status;

	drop_data(session);
	status = session->locking ? rk_session_take(session, only_stored, err) : rk_session_get(session, only_stored, err);
	if (status == RK_OK) {
		session->fetched = true;
		session->open = true;
		rk_session_link(session);
		session->stored = session->data != NULL;
	}
	return status;
}

rk_status rk_session_validate(rk_session *session, zend_string *id, rk_error *err)
{
	zend_string *key;
	zend_long found;
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
		key = key_of(session, id);
		status = rk_session_count(session, "EXISTS", key, 0, &found, err);
		zend_string_release(key);
		return status == RK_OK && !found ? RK_REFUSED : status;
	}
	status = take_in_hand(session, id, err);
	if (status != RK_OK) {
		return status;
	}
	session->spoiled = true;
	status = fetch(session, true, &session->failure);
	session->failed = status != RK_OK && status != RK_REFUSED;
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
	if (status == RK_OK) {
		if (session->data) {
			status = rk_codec_unwrap(session->codec, session->data, ZSTR_VAL(session->key), ZSTR_LEN(session->key), data, err);
		} else {
			*data = ZSTR_EMPTY_ALLOC();
		}
		drop_data(session);
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
	rk_status status;

	if (session->lock == RK_SESSION_HELD) {
		return rk_session_step(session, "store", data, ttl, err);
	}
	status = rk_session_step(session, "take", data, ttl, err);
	if (status != RK_REFUSED) {
		return status;
	}
	status = rk_session_take(session, false, err);
	drop_data(session);
	return status == RK_OK ? rk_session_step(session, "store", data, ttl, err) : status;
}

rk_status rk_session_write(rk_session *session, zend_string *id, zend_string *data, zend_long ttl, rk_error *err)
{
	int64_t ms = session->ttl_ms ? session->ttl_ms : ttl_ms(ttl);
	rk_encoded encoded;
	rk_status status = check_writable(session, id, err);

	if (status == RK_OK) {
		status = take_in_hand(session, id, err);
	}
	if (status == RK_OK) {
		status = rk_codec_wrap(session->codec, data, ZSTR_VAL(session->key), ZSTR_LEN(session->key), &encoded, err);
	}
	if (status != RK_OK) {
		return status;
	}
	status = session->locking ? store_locked(session, &encoded, ms, err) : rk_session_set(session, &encoded, ms, err);
	rk_encoded_release(&encoded);
	if (status == RK_OK) {
		session->open = false;
	}
	return status;
}

rk_status rk_session_renew(rk_session *session, zend_string *id, zend_string *data, zend_long ttl, rk_error *err)
{
	int64_t ms = session->ttl_ms ? session->ttl_ms : ttl_ms(ttl);
	zend_long found = 0;
	rk_status status = check_writable(session, id, err);

	if (status != RK_OK) {
		return status;
	}
	if (!session->open || !session->stored || !in_hand(session, id)) {
		return rk_session_write(session, id, data, ttl, err);
	}
	if (session->locking) {
		status = rk_session_step(session, "renew", NULL, ms, err);
	} else {
		status = rk_session_count(session, "PEXPIRE", session->key, ms, &found, err);
		status = status == RK_OK && !found ? RK_REFUSED : status;
	}
	if (status == RK_REFUSED) {
		return rk_session_write(session, id, data, ttl, err);
	}
	if (status == RK_OK) {
		session->open = false;
	}
	return status;
}

rk_status rk_session_destroy(rk_session *session, zend_string *id, rk_error *err)
{
	zend_string *key;
	zend_long ignored;
	rk_status status = rk_session_check_right(session, err);

	if (status != RK_OK) {
		return status;
	}
	if (in_hand(session, id) && session->lock == RK_SESSION_HELD) {
		status = rk_session_step(session, "delete", NULL, 0, err);
	} else if (rk_session_is_id(id)) {
		key = key_of(session, id);
		status = rk_session_count(session, "DEL", key, 0, &ignored, err);
		zend_string_release(key);
	}
	if (status == RK_OK && in_hand(session, id)) {
		session->open = session->stored = false;
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
	drop(session);
	return lock == RK_SESSION_HELD ? status : RK_OK;
}
