/* rk_session_meta.h: what is kept of a session besides its data: whose it is, and a time to live of its own.
 *
 * It is one line of text at prefix{hash}:meta, with the data's time to live, and only sessions that have any of it have that
 * key. Reading it costs one GET inside the exchange that reads the data; it is written by the exchange that writes them.
 *
 *     rk1 1440 0 1732190000 1732191000 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b Firefox on Linux
 *         |    | |          |          |                                        label: any bytes, to the end
 *         |    | |          |          hash of the user id; "-": nobody's
 *         |    | |          when it was last put on the user's list (Unix time)
 *         |    | since when it is that user's
 *         |    1: that many seconds were asked for by Session::ttl()
 *         seconds it was kept when this was written
 *
 * No Zend here. */
#ifndef RK_SESSION_META_H
#define RK_SESSION_META_H

#include "rk_common.h"

#define RK_SESSION_HASH_LEN 40 /* hex digits: half of a SHA-256, what nobody can find a second id for */
#define RK_SESSION_MAX_LABEL 255
#define RK_SESSION_MAX_SECONDS 3155760000LL /* a hundred years; a longer time to live is taken for this */
#define RK_SESSION_META_ROOM 512            /* for the text and a NUL */

typedef struct rk_session_meta {
	int64_t kept;
	bool own_ttl; /* `kept` was asked for */
	int64_t since, listed;
	char user[RK_SESSION_HASH_LEN + 1]; /* empty: nobody's */
	size_t label_len;
	char label[RK_SESSION_MAX_LABEL + 1];
} rk_session_meta;

/* Is there anything to keep? */
static inline bool rk_session_meta_any(const rk_session_meta *meta)
{
	return meta->own_ttl || meta->user[0];
}

/* Reads the text. RK_ERR_CODEC: it is not what rk_session_meta_write() writes. `meta` is then empty. */
rk_status rk_session_meta_read(rk_session_meta *meta, const char *text, size_t len, rk_error *err);

/* Writes it and returns its length. */
size_t rk_session_meta_write(const rk_session_meta *meta, char text[RK_SESSION_META_ROOM]);

/* Whose it is from now on. `user`: RK_SESSION_HASH_LEN digits, NULL for nobody. `label` NULL: the same label as long as it is the
 * same user. Returns whether that changed anything. */
bool rk_session_meta_set_user(rk_session_meta *meta, const char *user, const char *label, size_t label_len);

/* How long a session of `seconds` stays on its user's list, in seconds, and is it to be put there again? The list is allowed to
 * name sessions that are over, and must not forget one that is not: so an entry lasts twice as long as the session, and is
 * renewed when half of that time is over at the latest. The clocks of servers may differ by half of it. */
int64_t rk_session_meta_listed_for(int64_t seconds);
bool rk_session_meta_is_due(const rk_session_meta *meta, int64_t seconds, int64_t now);

#endif
