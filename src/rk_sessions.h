/* rk_sessions.h: what can be asked of and done to stored sessions from outside of them: by support, by their user, by a shop
 * that wants to know how many visitors are there.
 *
 * A session is named by its hash (rk_session_name()). Each function is one round trip unless it says otherwise, and looks at a
 * bounded number of sessions at a time. */
#ifndef RK_SESSIONS_H
#define RK_SESSIONS_H

#include "rk_session.h"

#include "rk_session_meta.h"

typedef struct {
	rk_handle *handle;   /* owned, counted */
	rk_codec *codec;     /* owned */
	zend_string *prefix; /* owned; the handle's included */
} rk_sessions;

#define RK_SESSION_HANDLE "h_" /* no id has a "_" in it, so handles and ids cannot be taken for each other */

/* Takes a reference to `handle`. RK_ERR_CONFIG when the codec's settings make no sense. Nothing on the wire. */
rk_status rk_sessions_init(rk_sessions *sessions, rk_handle *handle, const char *prefix, size_t prefix_len, rk_error *err);
void rk_sessions_destroy(rk_sessions *sessions);

/* The hash that an id, or a handle ("h_" and the hash), stands for. false: it is neither. */
bool rk_session_name(const zend_string *name, char hash[RK_SESSION_HASH_LEN + 1]);

/* The hash of the session this request has open, or of session_id(); empty: there is none. */
void rk_session_current_name(char hash[RK_SESSION_HASH_LEN + 1]);

/* One of a user's sessions. */
typedef struct {
	char hash[RK_SESSION_HASH_LEN + 1];
	rk_session_meta meta;
	int64_t left_ms; /* negative: it never ends */
	bool open;       /* a request has it open and locked */
} rk_session_entry;

typedef void (*rk_session_visit)(void *context, const rk_session_entry *entry);

/* Shows up to `limit` of a user's sessions. One round trip for each RK_SESSIONS_AT_ONCE entries of the list. */
#define RK_SESSIONS_AT_ONCE 500
rk_status rk_sessions_of_user(const rk_sessions *sessions, const zend_string *user, zend_long limit, rk_session_visit visit,
	void *context, rk_error *err);

/* Ends all sessions of a user but `spared` (a hash, or NULL) and counts them. As above. */
rk_status rk_sessions_end_user(const rk_sessions *sessions, const zend_string *user, const char *spared, zend_long *ended,
	rk_error *err);

/* Ends one. RK_REFUSED: it does not exist, or is not `user`'s (NULL: anybody's). */
rk_status rk_sessions_end(const rk_sessions *sessions, const char *hash, const zend_string *user, rk_error *err);

/* Makes it last `seconds` from now (0: as long as after a use, `usual` seconds where it has no time of its own). RK_REFUSED: it
 * does not exist. */
rk_status rk_sessions_touch(const rk_sessions *sessions, const char *hash, zend_long seconds, zend_long usual, rk_error *err);

/* What session.serialize_handler made of $_SESSION. RK_REFUSED: it does not exist. */
rk_status rk_sessions_read(const rk_sessions *sessions, const char *hash, zend_string **text, rk_error *err);

/* Milliseconds until it ends, negative: never. RK_REFUSED: it does not exist. */
rk_status rk_sessions_remaining(const rk_sessions *sessions, const char *hash, zend_long *ms, rk_error *err);

/* About how many sessions were used in the last `minutes` minutes. */
rk_status rk_sessions_active(const rk_sessions *sessions, zend_long minutes, zend_long *count, rk_error *err);

#endif
