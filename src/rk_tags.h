/* rk_tags.h: tags of cached values. All that a tag is, is a version: random bytes at a key of its own.
 *
 *     <prefix>tagged:@<tag>            the version, 16 bytes
 *     <prefix>tagged:<hash>:<name>     a value, under the hash of its tags' names: another set of tags is another value
 *
 * A value carries the versions its tags had before it was computed, in the tags field of its envelope, and is there only while they are
 * the same. A flush sets other versions: one command a tag, however many values have it. Nothing lists the values of a tag, so nothing needs
 * pruning: what was flushed ends with its time to live, which has a limit for that reason, or is replaced. A version that was evicted is
 * made anew, of other bytes: that is a flush, and never brings back what was flushed before. */
#ifndef RK_TAGS_H
#define RK_TAGS_H

#include "rk_handle.h"
#include "rk_values.h"

#define RK_TAGS_MOST 100
#define RK_TAG_VERSION_LEN 16
#define RK_TAGS_HASH_LEN 8

/* Longest life of a value with tags, in ms: 30 days. Versions live a day longer than what is stored under them now. */
#define RK_TAGGED_LONGEST_MS INT64_C(2592000000)
#define RK_TAG_VERSION_MS (RK_TAGGED_LONGEST_MS + 86400000)

/* A set of tags. */
typedef struct {
	uint32_t refcount;
	uint32_t count;
	unsigned char hash[RK_TAGS_HASH_LEN]; /* of the names */
	zend_string *prefix;                  /* of the values' keys */
	zend_string *keys[];                  /* of the versions, in the order of the names */
} rk_tags;

/* The content of an envelope's tags field: hash, and versions in the order of the names. */
typedef struct {
	size_t len; /* 0: unknown, or some are missing */
	unsigned char field[RK_TAGS_HASH_LEN + RK_TAGS_MOST * RK_TAG_VERSION_LEN];
} rk_tag_versions;

/* Makes the set of `names`, the keys of a table, none empty and at most RK_TAGS_MOST, in any order. */
rk_tags *rk_tags_create(const rk_handle *handle, HashTable *names);
static inline rk_tags *rk_tags_share(rk_tags *tags)
{
	if (tags) {
		tags->refcount++;
	}
	return tags;
}
void rk_tags_release(rk_tags *tags);

/* ttl_ms (rk_ttl.h), or less: values with tags have a longest life. */
int64_t rk_tags_limit(int64_t ttl_ms);

/* Bytes for so many new versions. */
rk_status rk_tags_random(unsigned char *out, uint32_t versions, rk_error *err);

/* Adds the commands that make the versions which are missing, and read all: rk_tags_commands() of them. No script, so that a cluster could
 * run them on other nodes than what they accompany. */
rk_status rk_tags_add_versions(const rk_tags *tags, rk_request *request, rk_error *err);
static inline uint32_t rk_tags_commands(const rk_tags *tags)
{
	return 2 * tags->count + 1;
}
/* Takes their replies apart. */
rk_status rk_tags_read_versions(const rk_tags *tags, const zval *replies, rk_tag_versions *versions, rk_error *err);

/* Adds the keys of the versions to a command, and takes them out of the list that MGET answered, from `first` on: some may be missing. */
void rk_tags_add_keys(const rk_tags *tags, rk_request *request);
void rk_tags_find_versions(const rk_tags *tags, const zval *list, uint32_t first, rk_tag_versions *versions);

/* Is what is stored a value of these versions? */
bool rk_tags_is_live(const rk_tag_versions *versions, const zval *stored);

/* How much of the beginning of a value that is not says so: its header. */
size_t rk_tags_header_len(const char *stored, size_t len);

/* Flushes all tags: one write. */
rk_status rk_tags_flush(rk_handle *handle, const rk_tags *tags, rk_error *err);

/* --- values, see rk_values.h for what is the same --- */

/* *dead: when the status is RK_REFUSED, the first bytes of what is stored but void, to be released; NULL: nothing is. `age` and `dead` may be NULL. One
 * round trip. */
rk_status rk_tagged_read(rk_handle *handle, const rk_tags *tags, zend_string *key, zval *out, rk_value_age *age, zend_string **dead,
	rk_error *err);

/* One round trip, two when values are signed. */
rk_status rk_tagged_set(rk_handle *handle, const rk_tags *tags, zend_string *key, zval *value, int64_t ttl_ms, bool only_new, uint64_t *bytes,
	rk_error *err);

rk_status rk_tagged_pull(rk_handle *handle, const rk_tags *tags, zend_string *key, zval *out, rk_error *err);

/* What happens to a value in the exchange that looks at it. */
typedef enum {
	RK_TAGGED_LOOK,
	RK_TAGGED_FORGET, /* also voids computations */
	RK_TAGGED_TOUCH,  /* ttl_ms, not RK_TTL_NONE */
} rk_tagged_action;

/* *left_ms: as rk_value_ttl(), before the action. */
rk_status rk_tagged_look(rk_handle *handle, const rk_tags *tags, zend_string *key, rk_tagged_action action, int64_t ttl_ms, zend_long *left_ms,
	rk_error *err);

rk_status rk_tagged_add(rk_handle *handle, const rk_tags *tags, zend_string *key, zend_long by, bool subtract, int64_t ttl_ms, zend_long *sum,
	rk_error *err);

/* As rk_values_get(); `dead`, unless it is NULL, holds NULLs and receives the first bytes of what is void, in the order of `values`. */
rk_status rk_tagged_get_many(rk_handle *handle, const rk_tags *tags, HashTable *values, rk_value_age *ages, zend_string **dead, uint32_t *found,
	rk_error *err);
rk_status rk_tagged_set_many(rk_handle *handle, const rk_tags *tags, HashTable *values, int64_t ttl_ms, uint64_t *bytes, rk_error *err);

#endif
