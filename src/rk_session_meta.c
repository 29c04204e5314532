/* rk_session_meta.c: see rk_session_meta.h. */
#include "rk_session_meta.h"

#include <stdio.h>
#include <string.h>

#define VERSION "rk1 "
#define NOBODY "-"

/* Reads digits and the space behind them; NULL: there are none, or too many. */
static const char *read_number(const char *in, const char *end, int64_t *number)
{
	const char *start = in;

	*number = 0;
	while (in < end && *in >= '0' && *in <= '9' && in - start < 12) {
		*number = *number * 10 + (*in++ - '0');
	}
	return in > start && in < end && *in == ' ' ? in + 1 : NULL;
}

/* Reads the hash of a user, or "-", and the space behind it. */
static const char *read_user(const char *in, const char *end, char user[RK_SESSION_HASH_LEN + 1])
{
	size_t len;

	if (end - in >= 2 && !memcmp(in, NOBODY " ", 2)) {
		return in + 2;
	}
	for (len = 0; len < RK_SESSION_HASH_LEN && in + len < end; len++) {
		if (!((in[len] >= '0' && in[len] <= '9') || (in[len] >= 'a' && in[len] <= 'f'))) {
			return NULL;
		}
	}
	if (in + len >= end || in[len] != ' ') {
		return NULL;
	}
	memcpy(user, in, len);
	user[len] = '\0';
	return in + len + 1;
}

static bool parse(rk_session_meta *meta, const char *in, size_t len)
{
	const char *end = in + len;
	int64_t own;

	if (len < sizeof(VERSION) - 1 || memcmp(in, VERSION, sizeof(VERSION) - 1) != 0) {
		return false;
	}
	in = read_number(in + sizeof(VERSION) - 1, end, &meta->kept);
	in = in ? read_number(in, end, &own) : NULL;
	in = in ? read_number(in, end, &meta->since) : NULL;
	in = in ? read_number(in, end, &meta->listed) : NULL;
	in = in ? read_user(in, end, meta->user) : NULL;
	if (!in || own > 1 || meta->kept < 1 || meta->kept > RK_SESSION_MAX_SECONDS || end - in > RK_SESSION_MAX_LABEL) {
		return false;
	}
	meta->own_ttl = own;
	meta->label_len = (size_t) (end - in);
	memcpy(meta->label, in, meta->label_len);
	meta->label[meta->label_len] = '\0';
	return true;
}

rk_status rk_session_meta_read(rk_session_meta *meta, const char *text, size_t len, rk_error *err)
{
	memset(meta, 0, sizeof(*meta));
	if (parse(meta, text, len)) {
		return RK_OK;
	}
	memset(meta, 0, sizeof(*meta));
	return rk_error_set(err, RK_ERR_CODEC,
		"What is stored beside the session, at its key with \":meta\" behind it, was not written by rediskit: remove it, or let it expire");
}

size_t rk_session_meta_write(const rk_session_meta *meta, char text[RK_SESSION_META_ROOM])
{
	int len = snprintf(text, RK_SESSION_META_ROOM, VERSION "%lld %d %lld %lld %s ", (long long) meta->kept, meta->own_ttl,
		(long long) meta->since, (long long) meta->listed, meta->user[0] ? meta->user : NOBODY);

	memcpy(text + len, meta->label, meta->label_len);
	return (size_t) len + meta->label_len;
}

bool rk_session_meta_set_user(rk_session_meta *meta, const char *user, const char *label, size_t label_len)
{
	bool same = strcmp(meta->user, user ? user : "") == 0;

	if (same && (!label || (label_len == meta->label_len && !memcmp(label, meta->label, label_len)))) {
		return false;
	}
	if (!same) {
		meta->since = user ? rk_unix_time() : 0;
		meta->label_len = 0;
		snprintf(meta->user, sizeof(meta->user), "%s", user ? user : "");
	}
	if (label) {
		meta->label_len = label_len < RK_SESSION_MAX_LABEL ? label_len : RK_SESSION_MAX_LABEL;
		memcpy(meta->label, label, meta->label_len);
	}
	return true;
}

int64_t rk_session_meta_listed_for(int64_t seconds)
{
	return 2 * seconds;
}

bool rk_session_meta_is_due(const rk_session_meta *meta, int64_t seconds, int64_t now)
{
	return meta->kept != seconds || now < meta->listed || now - meta->listed >= (seconds + 1) / 2;
}
