/* rk_tags.c: sets of tags and their versions; rk_tagged.c has the values. See rk_tags.h. */
#include "rk_tags.h"

#include "rk_scripts.h"
#include "rk_ttl.h"

#include <ext/standard/sha1.h>

#include <zend_smart_str.h>

#define NAMESPACE "tagged:"

/* --- a set ------------------------------------------------------------------------------------------------------- */

static int compare_names(const void *left, const void *right)
{
	return zend_binary_strcmp(ZSTR_VAL(*(zend_string *const *) left), ZSTR_LEN(*(zend_string *const *) left),
		ZSTR_VAL(*(zend_string *const *) right), ZSTR_LEN(*(zend_string *const *) right));
}

/* Of the names and how long each is: two sets have the same only if they are the same. */
static void hash_names(zend_string *const *names, uint32_t count, unsigned char hash[RK_TAGS_HASH_LEN])
{
	unsigned char digest[20], len[4];
	PHP_SHA1_CTX sha1;
	uint32_t i;

	PHP_SHA1Init(&sha1);
	for (i = 0; i < count; i++) {
		for (size_t byte = 0; byte < sizeof(len); byte++) {
			len[byte] = (unsigned char) (ZSTR_LEN(names[i]) >> (24 - 8 * byte));
		}
		PHP_SHA1Update(&sha1, len, sizeof(len));
		PHP_SHA1Update(&sha1, (const unsigned char *) ZSTR_VAL(names[i]), ZSTR_LEN(names[i]));
	}
	PHP_SHA1Final(digest, &sha1);
	memcpy(hash, digest, RK_TAGS_HASH_LEN);
}

static zend_string *values_prefix(const rk_handle *handle, const unsigned char hash[RK_TAGS_HASH_LEN])
{
	char text[2 * RK_TAGS_HASH_LEN + 1];
	smart_str prefix = { 0 };

	rk_hex(text, hash, RK_TAGS_HASH_LEN);
	smart_str_append(&prefix, handle->prefix);
	smart_str_append_printf(&prefix, NAMESPACE "%s:", text);
	return smart_str_extract(&prefix);
}

rk_tags *rk_tags_create(const rk_handle *handle, HashTable *names)
{
	uint32_t count = zend_hash_num_elements(names), i = 0;
	rk_tags *tags = emalloc(offsetof(rk_tags, keys) + count * sizeof(zend_string *));
	zend_string *sorted[RK_TAGS_MOST], *name;

	ZEND_HASH_FOREACH_STR_KEY(names, name) {
		sorted[i++] = name;
	}
	ZEND_HASH_FOREACH_END();
	/* cppcheck-suppress uninitvar ; the loop above has set so many, inside a macro */
	qsort(sorted, count, sizeof(sorted[0]), compare_names);
	tags->refcount = 1;
	tags->count = count;
	hash_names(sorted, count, tags->hash);
	tags->prefix = values_prefix(handle, tags->hash);
	for (i = 0; i < count; i++) {
		tags->keys[i] = zend_string_concat3(ZSTR_VAL(handle->prefix), ZSTR_LEN(handle->prefix), ZEND_STRL(NAMESPACE "@"), ZSTR_VAL(sorted[i]),
			ZSTR_LEN(sorted[i]));
	}
	return tags;
}

void rk_tags_release(rk_tags *tags)
{
	if (!tags || --tags->refcount) {
		return;
	}
	for (uint32_t i = 0; i < tags->count; i++) {
		zend_string_release(tags->keys[i]);
	}
	zend_string_release(tags->prefix);
	efree(tags);
}

int64_t rk_tags_limit(int64_t ttl_ms)
{
	return ttl_ms == RK_TTL_FOREVER || ttl_ms > RK_TAGGED_LONGEST_MS ? RK_TAGGED_LONGEST_MS : ttl_ms;
}

/* --- versions ---------------------------------------------------------------------------------------------------- */

rk_status rk_tags_random(unsigned char *out, uint32_t versions, rk_error *err)
{
	if (!rk_random_bytes(out, versions * RK_TAG_VERSION_LEN)) {
		return rk_error_set(err, RK_ERR_CONFIG, "The system has no random bytes, of which versions of tags are made");
	}
	return RK_OK;
}

void rk_tags_add_keys(const rk_tags *tags, rk_request *request)
{
	for (uint32_t i = 0; i < tags->count; i++) {
		rk_request_string(request, tags->keys[i]);
	}
}

rk_status rk_tags_add_versions(const rk_tags *tags, rk_request *request, rk_error *err)
{
	unsigned char version[RK_TAG_VERSION_LEN];

	for (uint32_t i = 0; i < tags->count; i++) {
		if (rk_tags_random(version, 1, err) != RK_OK) {
			return err->status;
		}
		rk_request_begin(request);
		rk_request_literal(request, "SET");
		rk_request_string(request, tags->keys[i]);
		rk_request_arg(request, (const char *) version, sizeof(version));
		rk_request_literal(request, "NX");
		rk_request_end(request);
		rk_request_begin(request);
		rk_request_literal(request, "PEXPIRE");
		rk_request_string(request, tags->keys[i]);
		rk_request_arg_long(request, RK_TAG_VERSION_MS);
		rk_request_end(request);
	}
	rk_request_begin(request);
	rk_request_literal(request, "MGET");
	rk_tags_add_keys(tags, request);
	rk_request_end(request);
	return RK_OK;
}

void rk_tags_find_versions(const rk_tags *tags, const zval *list, uint32_t first, rk_tag_versions *versions)
{
	unsigned char *out = versions->field + RK_TAGS_HASH_LEN;

	versions->len = 0;
	memcpy(versions->field, tags->hash, RK_TAGS_HASH_LEN);
	for (uint32_t i = 0; i < tags->count; i++, out += RK_TAG_VERSION_LEN) {
		const zval *version = rk_reply_element(list, first + i);

		if (!version || Z_TYPE_P(version) != IS_STRING || Z_STRLEN_P(version) != RK_TAG_VERSION_LEN) {
			return;
		}
		memcpy(out, Z_STRVAL_P(version), RK_TAG_VERSION_LEN);
	}
	versions->len = (size_t) (out - versions->field);
}

/* A server that is short of memory may evict a version as soon as it is made. Bytes that are nowhere else take its place: what is stored with
 * them is void from the beginning, as if the tag had been flushed. */
static rk_status replace_evicted(const rk_tags *tags, const zval *list, rk_error *err)
{
	unsigned char version[RK_TAG_VERSION_LEN];
	rk_status status = RK_OK;

	for (uint32_t i = 0; i < tags->count && status == RK_OK; i++) {
		zval *place = rk_reply_element(list, i);

		if (place && Z_TYPE_P(place) == IS_NULL && (status = rk_tags_random(version, 1, err)) == RK_OK) {
			ZVAL_STRINGL(place, (const char *) version, sizeof(version));
		}
	}
	return status;
}

rk_status rk_tags_read_versions(const rk_tags *tags, const zval *replies, rk_tag_versions *versions, rk_error *err)
{
	const zval *list = &replies[rk_tags_commands(tags) - 1];
	rk_status status = rk_replies_error(replies, rk_tags_commands(tags), err);

	if (status != RK_OK || (status = replace_evicted(tags, list, err)) != RK_OK) {
		return status;
	}
	rk_tags_find_versions(tags, list, 0, versions);
	if (!versions->len) {
		return rk_error_set(err, RK_ERR_COMMAND,
			"The versions of the tags are spoilt: something else writes to \"%.200s\" or its like. flush() of the tags makes new ones",
			ZSTR_VAL(tags->keys[0]));
	}
	return RK_OK;
}

size_t rk_tags_header_len(const char *stored, size_t len)
{
	rk_envelope envelope;
	rk_error ignored;

	if (rk_envelope_is(stored, len) && rk_envelope_parse(&envelope, stored, len, &ignored) == RK_OK) {
		return (size_t) ((const char *) envelope.payload - stored);
	}
	return len;
}

bool rk_tags_is_live(const rk_tag_versions *versions, const zval *stored)
{
	rk_envelope envelope;
	rk_error ignored;

	return versions->len && Z_TYPE_P(stored) == IS_STRING && rk_envelope_is(Z_STRVAL_P(stored), Z_STRLEN_P(stored)) &&
		rk_envelope_parse(&envelope, Z_STRVAL_P(stored), Z_STRLEN_P(stored), &ignored) == RK_OK &&
		envelope.meta.tags_len == versions->len && memcmp(envelope.meta.tags, versions->field, versions->len) == 0;
}

rk_status rk_tags_flush(rk_handle *handle, const rk_tags *tags, rk_error *err)
{
	rk_request *request = rk_request_borrow();
	unsigned char version[RK_TAG_VERSION_LEN];
	rk_status status = RK_OK;

	for (uint32_t i = 0; i < tags->count && status == RK_OK; i++) {
		if ((status = rk_tags_random(version, 1, err)) != RK_OK) {
			break;
		}
		rk_request_begin(request);
		rk_request_literal(request, "SET");
		rk_request_string(request, tags->keys[i]);
		rk_request_arg(request, (const char *) version, sizeof(version));
		rk_request_literal(request, "PX");
		rk_request_arg_long(request, RK_TAG_VERSION_MS);
		rk_request_end(request);
	}
	if (status == RK_OK) {
		status = rk_script_run_batch(handle, "SET", NULL, request, err);
	}
	rk_request_give_back(request);
	return status;
}
