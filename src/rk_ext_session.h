/* rk_ext_session.h: dealing with PHP's session extension, which may be a shared module or missing: it is found at run time,
 * never linked.
 *
 * Shared by the save handler (session.c) and Rediskit\SessionHandler (session_handler.c). */
#ifndef RK_EXT_SESSION_H
#define RK_EXT_SESSION_H

#include "rk_session.h"

#include <ext/session/php_session.h>

/* Finds ext/session; once, in MINIT. false: it is not loaded, or not one we know. Also keeps passwords in session.save_path
 * out of phpinfo(). */
bool rk_ext_session_find(void);
bool rk_ext_session_is_loaded(void);

zend_result rk_ext_session_register(const ps_module *module);

/* A new random session id by session.sid_length and session.sid_bits_per_character; NULL with an exception pending. */
zend_string *rk_ext_session_create_id(void);

/* Where sessions are kept: rediskit.session.dsn, else, with `use_save_path`, session.save_path if it is a DSN (a folder's
 * name is not), else what every Client uses. A handle of the caller's. As rk_handle_read_config(). */
rk_status rk_ext_session_create_handle(bool use_save_path, rk_handle **out, rk_error *err);

/* Is a session of PHP's started, or just being started? */
bool rk_ext_session_is_active(void);

/* What session_id() returns; NULL: nothing. */
const zend_string *rk_ext_session_id(void);

/* Is this below session_regenerate_id()? */
bool rk_ext_session_is_regenerating(void);

/* Does PHP run a handler of the program's at this moment? */
bool rk_ext_session_runs_handler(void);

/* Is `data`, which PHP hands to a handler, empty because PHP could not encode $_SESSION? The serialize handler php knows no key with "|" in it: PHP then has
 * an empty session stored, without a word. */
bool rk_ext_session_is_unencodable(const zend_string *data);

/* PHP prints session.save_path in warnings. If a password may be in it, PHP is given a copy without, until the request ends.
 * The setting itself stays, so ini_get() and other handlers' requests see it whole. */
void rk_ext_session_hide_path(void);
void rk_ext_session_show_path(void);

/* Was a handler's destroy called because PHP could not decode what it read (then what is stored must stay), and not by
 * session_destroy(), session_regenerate_id() or a program? */
bool rk_ext_session_is_decoding(void);

/* May the session in hand get a new id? RK_ERR_LOCK: no; session_regenerate_id() runs, and the session was not read because
 * Redis was away: with a new id its visitor would lose what is stored. */
rk_status rk_ext_session_check_new_id(const rk_session *session, rk_error *err);

/* A PHP warning, unless an exception is pending: "what: message", the message alone when it is not known what happened or `what` is NULL. It
 * may run user code: the caller must hold nothing and return. */
void rk_ext_session_warn(const char *what, const rk_error *err);
/* The same about a session that was opened under rk_session_limits(), as the last act of reading it: a notice where another
 * request has its lock, a warning where Redis is away. */
void rk_ext_session_warn_limited(const rk_error *err);
/* For what was not written because it is_unencodable(). */
void rk_ext_session_warn_unencodable(void);
/* For what the decoder's destroy leaves behind. */
void rk_ext_session_warn_kept(void);

#endif
