/* rk_session_keys.c: session ids and the keys they stand for; see rk_session_parts.h.
 *
 * Hashing an id is a fifth of what a session costs with PHP's SHA-256, which is plain C. OpenSSL's uses the processor's own
 * instructions, but only the calls that 3.0 calls deprecated are short: EVP spends more on finding the algorithm. */
#define OPENSSL_SUPPRESS_DEPRECATED

#include "rk_session_parts.h"

#include <openssl/sha.h>

bool rk_session_is_id(const zend_string *id)
{
	if (ZSTR_LEN(id) == 0 || ZSTR_LEN(id) > RK_SESSION_MAX_ID) {
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

void rk_session_hash(const char *text, size_t len, char hash[RK_SESSION_HASH_LEN + 1])
{
	unsigned char digest[SHA256_DIGEST_LENGTH];
	SHA256_CTX context;

	SHA256_Init(&context);
	SHA256_Update(&context, text, len);
	SHA256_Final(digest, &context);
	rk_hex(hash, digest, RK_SESSION_HASH_LEN / 2);
}

rk_status rk_session_check_prefix(const zend_string *prefix, rk_error *err)
{
	const char *open = memchr(ZSTR_VAL(prefix), '{', ZSTR_LEN(prefix));

	if (open && open[1] == '}') { /* a NUL byte is behind the last */
		return rk_error_set(err, RK_ERR_CONFIG,
			"The prefix of sessions must not have {} in it: Redis takes what is between the first braces for what decides on a key's place");
	}
	return RK_OK;
}

/* prefix{hash}: the braces keep the companions of the key in its cluster slot, and inside an ACL pattern such as ~prefix*. */
zend_string *rk_session_key_of_hash(const zend_string *prefix, const char *hash)
{
	char name[RK_SESSION_HASH_LEN + 2];

	name[0] = '{';
	memcpy(name + 1, hash, RK_SESSION_HASH_LEN);
	name[sizeof(name) - 1] = '}';
	return zend_string_concat2(ZSTR_VAL(prefix), ZSTR_LEN(prefix), name, sizeof(name));
}

zend_string *rk_session_key(const rk_session *session, const zend_string *id)
{
	char hash[RK_SESSION_HASH_LEN + 1];

	rk_session_hash(ZSTR_VAL(id), ZSTR_LEN(id), hash);
	return rk_session_key_of_hash(session->prefix, hash);
}

zend_string *rk_session_list_key(const zend_string *prefix, const char *user)
{
	return zend_strpprintf(0, "%suser:{%.*s}", ZSTR_VAL(prefix), RK_SESSION_HASH_LEN, user);
}

zend_string *rk_session_active_key(const zend_string *prefix, int64_t minute)
{
	return zend_strpprintf(0, "%sactive:{m}:%lld", ZSTR_VAL(prefix), (long long) minute);
}

zend_string *rk_session_foreign_key(const rk_session *session, const zend_string *id)
{
	if (!session->compat) {
		return NULL;
	}
	return zend_string_concat2(ZSTR_VAL(session->compat), ZSTR_LEN(session->compat), ZSTR_VAL(id), ZSTR_LEN(id));
}

void rk_session_keys_init(rk_session *session, zend_string *id)
{
	session->key = rk_session_key(session, id);
	if (session->locking) {
		rk_wait_keys_init(&session->keys, session->key);
	}
	if (session->compat) {
		session->foreign_key = rk_session_foreign_key(session, id);
		session->moved_key = rk_companion_key(session->key, ":moved");
	}
	session->id = zend_string_copy(id); /* last: memory_limit may end the request in any of these */
}

void rk_session_keys_release(rk_session *session)
{
	if (!session->id) {
		return;
	}
	zend_string_release(session->id);
	zend_string_release(session->key);
	if (session->locking) {
		rk_wait_keys_release(&session->keys);
	}
	if (session->foreign_key) {
		zend_string_release(session->foreign_key);
		zend_string_release(session->moved_key);
	}
	session->id = session->key = session->foreign_key = session->moved_key = NULL;
}
