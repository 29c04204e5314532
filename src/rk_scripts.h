/* rk_scripts.h: running the scripts of lua/ (embedded by bin/lua-header as rk_lua.h): EVALSHA, and EVAL when the server does
 * not know it. */
#ifndef RK_SCRIPTS_H
#define RK_SCRIPTS_H

#include "rk_handle.h"

typedef struct {
	const char *name;
	const char *source;
	size_t source_len;
	char sha1[41];
} rk_script;

/* Begins EVALSHA <sha> <numkeys> in the request; the caller adds keys and arguments and calls rk_script_run(), which ends it. */
void rk_script_begin(rk_request *request, const rk_script *script, uint32_t numkeys);

/* As rk_script_begin(), but with EVAL <source>: for a script inside a pipeline, where a NOSCRIPT answer would come too late. */
void rk_script_begin_eval(rk_request *request, const rk_script *script, uint32_t numkeys);

/* Ends the request's command and runs it; NOSCRIPT (it did not run) is answered by EVAL. One round trip, two the first time a
 * server sees the script. */
rk_status rk_script_run(rk_handle *handle, const rk_call *call, const rk_script *script, rk_request *request, zval *out,
	rk_error *err);

/* As rk_script_run(), in one write with the whole commands of `more` (NULL or empty: none), whose replies go to replies[1 …], failed
 * ones as error values. They run after the script, whatever it answers, and perhaps twice: when the connection breaks, or the server does not know the script. An error of
 * the script itself is the status; no reply is set then. `script` NULL: the request is a plain command. */
rk_status rk_script_run_with(rk_handle *handle, const rk_call *call, const rk_script *script, rk_request *request,
	const rk_request *more, zval *replies, rk_error *err);

/* Runs a request of many commands, all begun by rk_script_begin() for `script` and ended by the caller, all of which may be repeated.
 * RK_OK: replies as by rk_exec_many(), none of them NOSCRIPT. One round trip, three the first time a server sees the script. */
rk_status rk_script_run_many(rk_handle *handle, const rk_call *call, const rk_script *script, const rk_request *request, zval *replies,
	rk_error *err);

/* Runs what was gathered in the request, begun for `script` (NULL: plain commands) and all of it repeatable, and empties it. Only errors
 * matter: the first among the replies is the status. */
rk_status rk_script_run_batch(rk_handle *handle, const char *name, const rk_script *script, rk_request *request, rk_error *err);

#endif
