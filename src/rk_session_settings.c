/* rk_session_settings.c: what a session is told when it is made, and the times that follow from it; see rk_session.h. */
#include "rk_session_parts.h"

#include "php_rediskit.h"

#include <math.h>

/* Where lock_ttl is 0. A time limit counts the processor's time, so a request may well be slower than it by the clock. */
#define AUTOMATIC_LOCK_SECONDS 60
#define AUTOMATIC_LOCK_MARGIN 10
#define AUTOMATIC_LOCK_MAX 86400

void rk_session_settings_init(rk_session_settings *settings)
{
	*settings = (rk_session_settings){
		.locking = REDISKIT_G(session_locking),
		.lock_ttl = REDISKIT_G(session_lock_ttl),
		.lock_wait = REDISKIT_G(session_lock_wait),
		.on_lock_timeout = REDISKIT_G(session_on_lock_timeout),
		.on_error = REDISKIT_G(session_on_error),
		.touch_interval = REDISKIT_G(session_touch_interval),
		.new_ttl = REDISKIT_G(session_new_ttl),
		.prefix = REDISKIT_G(session_prefix),
		.compression = REDISKIT_G(session_compression),
		.compat = REDISKIT_G(session_compat),
		.track_active = REDISKIT_G(session_track_active),
	};
}

/* Is `word` the second of the two? */
static rk_status read_word(const char *name, const char *word, const char *no, const char *yes, bool *is_yes, rk_error *err)
{
	*is_yes = strcmp(word, yes) == 0;
	if (!*is_yes && strcmp(word, no) != 0) {
		return rk_error_set(err, RK_ERR_CONFIG, "%s must be %s or %s", name, no, yes);
	}
	return RK_OK;
}

static rk_status check_settings(const rk_session_settings *settings, rk_error *err)
{
	if (settings->lock_ttl != 0 && (!isfinite(settings->lock_ttl) || settings->lock_ttl < 0.001 || settings->lock_ttl > 1e6)) {
		return rk_error_set(err, RK_ERR_CONFIG, "lock_ttl must be between 0.001 and 1000000 seconds, or 0 to follow max_execution_time");
	}
	if (!isfinite(settings->lock_wait) || settings->lock_wait < 0 || settings->lock_wait > 1e6) {
		return rk_error_set(err, RK_ERR_CONFIG, "lock_wait must be between 0 and 1000000 seconds");
	}
	if (settings->touch_interval < 0) {
		return rk_error_set(err, RK_ERR_CONFIG, "touch_interval must be a number of seconds, or 0 to renew always");
	}
	if (settings->new_ttl < 0) {
		return rk_error_set(err, RK_ERR_CONFIG, "new_ttl must be a number of seconds, or 0 to treat new sessions as others");
	}
	return RK_OK;
}

int64_t rk_session_ms(zend_long seconds)
{
	if (seconds < 1) {
		seconds = 1;
	}
	return (seconds < RK_SESSION_MAX_SECONDS ? seconds : RK_SESSION_MAX_SECONDS) * 1000;
}

/* Sessions are text already (session.serialize_handler made it), so the codec only compresses and, with a mac_key, signs. */
static rk_status create_codec(const rk_handle *handle, const char *compression, bool compat, rk_codec **out, rk_error *err)
{
	rk_codec_config config = handle->config.codec;

	config.dictionaries = NULL;
	snprintf(config.serializer, sizeof(config.serializer), "none");
	snprintf(config.compression, sizeof(config.compression), "%s", compression && *compression ? compression : "none");
	if (compat) {
		config.compat = 1;
	}
	return rk_codec_create(&config, true, out, err);
}

rk_status rk_session_create(rk_handle *handle, const rk_session_settings *settings, rk_session **out, rk_error *err)
{
	const char *prefix = settings->prefix ? settings->prefix : "";
	bool compat = settings->compat && *settings->compat, read_only_on_timeout, empty_on_error;
	zend_string *whole_prefix;
	rk_session *session;
	rk_codec *codec;
	rk_status status = check_settings(settings, err);

	if (status == RK_OK) {
		status = read_word("on_lock_timeout", settings->on_lock_timeout, "fail", "readonly", &read_only_on_timeout, err);
	}
	if (status == RK_OK) {
		status = read_word("on_error", settings->on_error, "fail", "readonly-empty", &empty_on_error, err);
	}
	if (status != RK_OK) {
		return status;
	}
	whole_prefix = rk_handle_key(handle, prefix, strlen(prefix));
	status = rk_session_check_prefix(whole_prefix, err);
	if (status == RK_OK) {
		status = create_codec(handle, settings->compression, compat, &codec, err);
	}
	if (status != RK_OK) {
		zend_string_release(whole_prefix);
		return status;
	}
	session = ecalloc(1, sizeof(*session));
	session->handle = rk_handle_share(handle);
	session->codec = codec;
	session->locking = settings->locking;
	session->read_only_on_timeout = read_only_on_timeout;
	session->empty_on_error = empty_on_error;
	session->returning = settings->returning;
	session->lock_ttl = settings->lock_ttl;
	session->lock_wait = settings->lock_wait;
	session->lock_wait_us = (int64_t) (settings->lock_wait * 1e6);
	session->ttl_ms = settings->ttl ? rk_session_ms(settings->ttl) : 0;
	session->touch_ms = settings->touch_interval ? rk_session_ms(settings->touch_interval) : 0;
	session->new_ttl_ms = settings->new_ttl ? rk_session_ms(settings->new_ttl) : 0;
	session->track_active = settings->track_active;
	session->prefix = whole_prefix;
	session->compat = compat ? zend_string_init(settings->compat, strlen(settings->compat), false) : NULL;
	rk_session_link(session);
	*out = session;
	return RK_OK;
}

double rk_session_lock_ttl(const rk_session *session)
{
	zend_long limit;

	if (session->lock_ttl > 0) {
		return session->lock_ttl;
	}
	/* By name: what the engine keeps is another limit while a request's input is read (session.auto_start). */
	limit = zend_ini_long("max_execution_time", sizeof("max_execution_time") - 1, 0);
	if (limit <= AUTOMATIC_LOCK_SECONDS - AUTOMATIC_LOCK_MARGIN) {
		return AUTOMATIC_LOCK_SECONDS;
	}
	return limit < AUTOMATIC_LOCK_MAX ? limit + AUTOMATIC_LOCK_MARGIN : AUTOMATIC_LOCK_MAX;
}

int64_t rk_session_lock_ttl_ms(const rk_session *session)
{
	return (int64_t) (rk_session_lock_ttl(session) * 1e3);
}

int64_t rk_session_ttl(const rk_session *session, zend_long seconds)
{
	if (session->meta.own_ttl) {
		return session->meta.kept * 1000;
	}
	return session->ttl_ms ? session->ttl_ms : rk_session_ms(seconds);
}

int64_t rk_session_ttl_to_store(const rk_session *session, int64_t ttl)
{
	bool is_short = session->new_ttl_ms && session->fresh && !session->returning && !rk_session_meta_any(&session->meta) &&
		session->new_ttl_ms < ttl;

	return is_short ? session->new_ttl_ms : ttl;
}

int64_t rk_session_enough(const rk_session *session, int64_t ttl)
{
	int64_t interval = session->touch_ms < ttl / 2 ? session->touch_ms : ttl / 2;
	int64_t enough = ttl - interval;

	return enough > session->new_ttl_ms ? enough : session->new_ttl_ms;
}
