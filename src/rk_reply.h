/* rk_reply.h: bytes -> zvals, as they are parsed. The only file that includes hiredis is rk_reply.c.
 *
 * hiredis' reader drives our object functions, which build zvals in the request allocator without a tree in between:
 *   bulk -> string   integer -> int (int64)   nil -> null   +OK -> true   other status -> string   array -> packed array
 * An error reply inside an array becomes an opaque error value (a resource holding an rk_error; rk_reply_error()).
 *
 * The half-built reply belongs to the request allocator: rk_reader_destroy() frees it, rk_reader_abandon() (after a bailout, when that
 * memory may be gone) does not touch it. */
#ifndef RK_REPLY_H
#define RK_REPLY_H

#include "rk_common.h"

#include <php.h>

typedef struct rk_reader rk_reader;

/* NULL when memory is short. `max_bytes` bounds one reply, `max_depth` its nesting. */
rk_reader *rk_reader_create(size_t max_bytes, uint32_t max_depth);
void rk_reader_destroy(rk_reader *reader);
void rk_reader_abandon(rk_reader *reader);

/* Gives the reader bytes. RK_ERR_COMMAND when the reply in progress exceeds its limit or memory_limit, RK_ERR_CONNECTION when
 * memory is short: the connection must be closed. */
rk_status rk_reader_feed(rk_reader *reader, const char *data, size_t len, rk_error *err);

/* The short way for the common case: when the bytes begin with one whole reply that is a scalar (a bulk, an integer, nil, OK)
 * or a flat list of scalars, and the reader is not pending, sets *out without hiredis, a fifth of the work, and returns how
 * many bytes that took. 0, and nothing done, for everything else; RK_TAKE_PARTIAL when more bytes may complete such a reply. */
#define RK_TAKE_PARTIAL SIZE_MAX
size_t rk_reader_take(const char *data, size_t len, zval *out);

/* Takes one whole reply. RK_OK: *out is set. RK_AGAIN: not all there yet. RK_ERR_COMMAND / RK_ERR_AUTH: the server answered
 * with an error and the reader is in step, unless rk_reader_is_broken(): then a limit was met, and the connection must be
 * closed. RK_ERR_CONNECTION: the bytes are not RESP: close. */
rk_status rk_reader_next(rk_reader *reader, zval *out, rk_error *err);

/* Bytes that were fed and not yet taken, or a half reply? Then the connection is not idle. */
bool rk_reader_is_pending(const rk_reader *reader);

/* A limit was met or the bytes are not RESP: nothing more can be read. */
bool rk_reader_is_broken(const rk_reader *reader);

/* The error inside an array's element, or NULL when the value is not an error. */
const rk_error *rk_reply_error(const zval *value);

/* Makes such a value (used for a failed place in a pipeline). */
void rk_reply_set_error(zval *value, const rk_error *err);

/* Registers the resource type; module start. */
void rk_reply_startup(int module_number);

#endif
