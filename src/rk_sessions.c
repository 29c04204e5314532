/* rk_sessions.c: see rk_sessions.h. */
#include "rk_sessions.h"

#include "rk_ext_session.h"
#include "rk_lua.h"
#include "rk_session_parts.h"

rk_status rk_sessions_init(rk_sessions *sessions, rk_handle *handle, const char *prefix, size_t prefix_len, rk_error *err)
{
	rk_codec_config config = handle->config.codec;
	rk_status status;

	config.dictionaries = NULL;
	snprintf(config.serializer, sizeof(config.serializer), "none");
	sessions->prefix = rk_handle_key(handle, prefix, prefix_len);
	status = rk_session_check_prefix(sessions->prefix, err);
	if (status == RK_OK) {
		status = rk_codec_create(&config, true, &sessions->codec, err);
	}
	if (status == RK_OK) {
		sessions->handle = rk_handle_share(handle);
	} else {
		zend_string_release(sessions->prefix);
	}
	return status;
}

void rk_sessions_destroy(rk_sessions *sessions)
{
	zend_string_release(sessions->prefix);
	rk_codec_free(sessions->codec);
	rk_handle_release(sessions->handle);
}

static bool is_hash(const char *text)
{
	return strspn(text, "0123456789abcdef") == RK_SESSION_HASH_LEN;
}

bool rk_session_name(const zend_string *name, char hash[RK_SESSION_HASH_LEN + 1])
{
	size_t prefix = sizeof(RK_SESSION_HANDLE) - 1;

	if (ZSTR_LEN(name) == prefix + RK_SESSION_HASH_LEN && !memcmp(ZSTR_VAL(name), RK_SESSION_HANDLE, prefix)) {
		memcpy(hash, ZSTR_VAL(name) + prefix, RK_SESSION_HASH_LEN + 1);
		return is_hash(hash);
	}
	if (!rk_session_is_id(name)) {
		return false;
	}
	rk_session_hash(ZSTR_VAL(name), ZSTR_LEN(name), hash);
	return true;
}

void rk_session_current_name(char hash[RK_SESSION_HASH_LEN + 1])
{
	const rk_session *session = rk_session_current();
	const zend_string *id = session ? session->id : rk_ext_session_id();

	hash[0] = '\0';
	if (id) {
		rk_session_hash(ZSTR_VAL(id), ZSTR_LEN(id), hash);
	}
}

/* ---- one session ---- */

static void add_companion(rk_request *request, const zend_string *key, const char *suffix)
{
	rk_request_arg2(request, ZSTR_VAL(key), ZSTR_LEN(key), suffix, strlen(suffix));
}

/* COMMAND key */
static rk_status run_plain(rk_handle *handle, const char *command, const zend_string *key, zval *reply, rk_error *err)
{
	rk_call call = rk_session_call(key, command);
	rk_request *request = rk_request_borrow();
	rk_status status;

	rk_request_begin(request);
	rk_request_arg(request, command, strlen(command));
	rk_request_string(request, key);
	rk_request_end(request);
	status = rk_exec(handle, &call, request, reply, err);
	rk_request_give_back(request);
	return status;
}

rk_status rk_session_time_left(rk_handle *handle, const zend_string *key, zend_long *ms, rk_error *err)
{
	zval reply;
	rk_status status = run_plain(handle, "PTTL", key, &reply, err);

	status = rk_reply_take_long(status, &reply, ms, err);
	return status == RK_OK && *ms == -2 ? RK_REFUSED : status;
}

rk_status rk_sessions_remaining(const rk_sessions *sessions, const char *hash, zend_long *ms, rk_error *err)
{
	zend_string *key = rk_session_key_of_hash(sessions->prefix, hash);
	rk_status status = rk_session_time_left(sessions->handle, key, ms, err);

	zend_string_release(key);
	return status;
}

rk_status rk_sessions_read(const rk_sessions *sessions, const char *hash, zend_string **text, rk_error *err)
{
	zend_string *key = rk_session_key_of_hash(sessions->prefix, hash);
	zval reply;
	rk_status status = run_plain(sessions->handle, "GET", key, &reply, err);

	if (status == RK_OK) {
		status = Z_TYPE(reply) == IS_STRING
			? rk_codec_unwrap(sessions->codec, Z_STR(reply), ZSTR_VAL(key), ZSTR_LEN(key), text, err)
			: RK_REFUSED;
		zval_ptr_dtor(&reply);
	}
	zend_string_release(key);
	return status;
}

/* The integers a script answered with; those that did not come are 0. */
static rk_status read_numbers(const zval *reply, zend_long *numbers, uint32_t count, const char *script, rk_error *err)
{
	uint32_t i;

	if (Z_TYPE_P(reply) != IS_ARRAY) {
		return rk_error_set(err, RK_ERR_CONNECTION, "The server's answer to the script %s is not the one expected", script);
	}
	for (i = 0; i < count; i++) {
		zval *number = zend_hash_index_find(Z_ARRVAL_P(reply), i);

		numbers[i] = number && Z_TYPE_P(number) == IS_LONG ? Z_LVAL_P(number) : 0;
	}
	return RK_OK;
}

/* The waiter that got the lock of a session that was ended may be dead. */
static void confirm(const rk_sessions *sessions, const char *hash)
{
	zend_string *key = rk_session_key_of_hash(sessions->prefix, hash);
	rk_wait_keys keys;

	rk_wait_keys_init(&keys, key);
	rk_wait_confirm(sessions->handle, &keys);
	rk_wait_keys_release(&keys);
	zend_string_release(key);
}

rk_status rk_sessions_end(const rk_sessions *sessions, const char *hash, const zend_string *user, rk_error *err)
{
	zend_string *key = rk_session_key_of_hash(sessions->prefix, hash);
	rk_call call = rk_session_call(key, rk_lua_sessions_end.name);
	rk_request *request = rk_request_borrow();
	char user_hash[RK_SESSION_HASH_LEN + 1] = "";
	zend_long numbers[2] = { 0 };
	zval reply;
	rk_status status;

	if (user) {
		rk_session_hash(ZSTR_VAL(user), ZSTR_LEN(user), user_hash);
	}
	rk_script_begin(request, &rk_lua_sessions_end, 4);
	rk_request_string(request, key);
	add_companion(request, key, RK_SESSION_META);
	add_companion(request, key, ":lock");
	add_companion(request, key, ":q");
	rk_request_arg(request, user_hash, strlen(user_hash));
	rk_request_arg_long(request, RK_WAIT_CLAIM_MS);
	status = rk_script_run(sessions->handle, &call, &rk_lua_sessions_end, request, &reply, err);
	rk_request_give_back(request);
	zend_string_release(key);
	if (status == RK_OK) {
		status = read_numbers(&reply, numbers, 2, rk_lua_sessions_end.name, err);
		zval_ptr_dtor(&reply);
	}
	if (status != RK_OK) {
		return status;
	}
	if (numbers[1] == 2) {
		confirm(sessions, hash);
	}
	return numbers[0] ? RK_OK : RK_REFUSED;
}

rk_status rk_sessions_touch(const rk_sessions *sessions, const char *hash, zend_long seconds, zend_long usual, rk_error *err)
{
	zend_string *key = rk_session_key_of_hash(sessions->prefix, hash);
	rk_call call = rk_session_call(key, rk_lua_sessions_touch.name);
	rk_request *request = rk_request_borrow();
	zend_long found = 0;
	zval reply;
	rk_status status;

	rk_script_begin(request, &rk_lua_sessions_touch, 2);
	rk_request_string(request, key);
	add_companion(request, key, RK_SESSION_META);
	rk_request_arg(request, hash, RK_SESSION_HASH_LEN);
	rk_request_string(request, sessions->prefix);
	if (seconds) {
		rk_request_arg_long(request, seconds * 1000);
	} else {
		rk_request_literal(request, "");
	}
	rk_request_arg_long(request, usual * 1000);
	status = rk_script_run(sessions->handle, &call, &rk_lua_sessions_touch, request, &reply, err);
	rk_request_give_back(request);
	zend_string_release(key);
	status = rk_reply_take_long(status, &reply, &found, err);
	return status == RK_OK && !found ? RK_REFUSED : status;
}

/* ---- a user's sessions ---- */

/* Begins a script on the list of a user: list, hash of the user, prefix of sessions. Returns the list's key, for the caller to
 * release when the script has run. */
static zend_string *begin_list(const rk_sessions *sessions, rk_request *request, const rk_script *script, const zend_string *user)
{
	char hash[RK_SESSION_HASH_LEN + 1];
	zend_string *list;

	rk_session_hash(ZSTR_VAL(user), ZSTR_LEN(user), hash);
	list = rk_session_list_key(sessions->prefix, hash);
	rk_script_begin(request, script, 1);
	rk_request_string(request, list);
	rk_request_arg(request, hash, RK_SESSION_HASH_LEN);
	rk_request_string(request, sessions->prefix);
	return list;
}

static rk_status run_list(const rk_sessions *sessions, rk_request *request, const rk_script *script, zend_string *list, zval *reply,
	rk_error *err)
{
	rk_call call = rk_session_call(list, script->name);
	rk_status status = rk_script_run(sessions->handle, &call, script, request, reply, err);

	rk_request_give_back(request);
	zend_string_release(list);
	return status;
}

/* Takes the four elements of an answer that stand for one session. false: they don't. */
static bool read_entry(HashTable *answer, uint32_t at, rk_session_entry *entry)
{
	zval *hash = zend_hash_index_find(answer, at), *meta = zend_hash_index_find(answer, at + 1);
	zval *left = zend_hash_index_find(answer, at + 2), *open = zend_hash_index_find(answer, at + 3);
	rk_error ignored;

	if (!open || Z_TYPE_P(hash) != IS_STRING || Z_STRLEN_P(hash) != RK_SESSION_HASH_LEN || Z_TYPE_P(meta) != IS_STRING ||
		Z_TYPE_P(left) != IS_LONG || Z_TYPE_P(open) != IS_LONG) {
		return false;
	}
	memcpy(entry->hash, Z_STRVAL_P(hash), RK_SESSION_HASH_LEN + 1);
	entry->left_ms = Z_LVAL_P(left);
	entry->open = Z_LVAL_P(open) != 0;
	return rk_session_meta_read(&entry->meta, Z_STRVAL_P(meta), Z_STRLEN_P(meta), &ignored) == RK_OK;
}

rk_status rk_sessions_of_user(const rk_sessions *sessions, const zend_string *user, zend_long limit, rk_session_visit visit,
	void *context, rk_error *err)
{
	zend_long looked_at = RK_SESSIONS_AT_ONCE, found = 0;
	rk_status status = RK_OK;

	/* What is no session of this user's is removed from the list, so the next to look at come after those that were found. */
	while (status == RK_OK && looked_at == RK_SESSIONS_AT_ONCE && found < limit) {
		rk_request *request = rk_request_borrow();
		zend_string *list = begin_list(sessions, request, &rk_lua_sessions_of_user, user);
		zval reply;

		rk_request_arg_long(request, found);
		rk_request_arg_long(request, RK_SESSIONS_AT_ONCE);
		rk_request_arg_long(request, limit - found);
		status = run_list(sessions, request, &rk_lua_sessions_of_user, list, &reply, err);
		if (status != RK_OK) {
			return status;
		}
		status = read_numbers(&reply, &looked_at, 1, rk_lua_sessions_of_user.name, err);
		if (status == RK_OK) {
			uint32_t at, count = zend_hash_num_elements(Z_ARRVAL(reply));
			rk_session_entry entry;

			for (at = 1; at + 4 <= count; at += 4, found++) {
				if (read_entry(Z_ARRVAL(reply), at, &entry)) {
					visit(context, &entry);
				}
			}
		}
		zval_ptr_dtor(&reply);
	}
	return status;
}

rk_status rk_sessions_end_user(const rk_sessions *sessions, const zend_string *user, const char *spared, zend_long *ended,
	rk_error *err)
{
	rk_status status = RK_OK;
	zend_long numbers[2] = { 1, 0 };

	/* The one that is spared stays on the list and is not among those looked at. */
	for (*ended = 0; status == RK_OK && numbers[0] > 0; *ended += numbers[1]) {
		rk_request *request = rk_request_borrow();
		zend_string *list = begin_list(sessions, request, &rk_lua_sessions_end_user, user);
		zval reply;
		uint32_t i;

		rk_request_arg(request, spared ? spared : "", spared ? RK_SESSION_HASH_LEN : 0);
		rk_request_arg_long(request, RK_SESSIONS_AT_ONCE);
		rk_request_arg_long(request, RK_WAIT_CLAIM_MS);
		status = run_list(sessions, request, &rk_lua_sessions_end_user, list, &reply, err);
		if (status != RK_OK) {
			return status;
		}
		status = read_numbers(&reply, numbers, 2, rk_lua_sessions_end_user.name, err);
		for (i = 2; status == RK_OK && i < zend_hash_num_elements(Z_ARRVAL(reply)); i++) {
			zval *hash = zend_hash_index_find(Z_ARRVAL(reply), i);

			if (hash && Z_TYPE_P(hash) == IS_STRING && Z_STRLEN_P(hash) == RK_SESSION_HASH_LEN) {
				confirm(sessions, Z_STRVAL_P(hash));
			}
		}
		zval_ptr_dtor(&reply);
		if (numbers[0] < RK_SESSIONS_AT_ONCE - 1) {
			numbers[0] = 0;
		}
	}
	return status;
}

/* ---- active sessions ---- */

rk_status rk_sessions_active(const rk_sessions *sessions, zend_long minutes, zend_long *count, rk_error *err)
{
	int64_t now = rk_unix_time() / 60;
	rk_request *request = rk_request_borrow();
	zend_string *key = rk_session_active_key(sessions->prefix, now);
	rk_call call = rk_session_call(key, "PFCOUNT");
	zend_long ago;
	zval reply;
	rk_status status;

	rk_request_begin(request);
	rk_request_literal(request, "PFCOUNT");
	/* The minute in progress, too: what was used in the last 5 minutes is in 6 of them. */
	for (ago = 0; ago <= minutes; ago++) {
		zend_string *name = rk_session_active_key(sessions->prefix, now - ago);

		rk_request_string(request, name);
		zend_string_release(name);
	}
	rk_request_end(request);
	status = rk_exec(sessions->handle, &call, request, &reply, err);
	rk_request_give_back(request);
	zend_string_release(key);
	return rk_reply_take_long(status, &reply, count, err);
}
