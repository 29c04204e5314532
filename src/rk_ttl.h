/* rk_ttl.h: a time to live as PHP code writes it -> milliseconds.
 *
 * int and float are seconds; a DateInterval counts from now; a DateTimeInterface is the moment of expiry; null is for ever;
 * nothing left (zero, negative, a moment that has passed) is 0. A rest of a millisecond counts as a whole one, so that a
 * short time never becomes none. */
#ifndef RK_TTL_H
#define RK_TTL_H

#include "rk_common.h"

#include <php.h>

#define RK_TTL_FOREVER (-1)
#define RK_TTL_NONE 0

/* Reads the argument number `arg_num` of the running method. False: an exception is pending (TypeError, ValueError, or what a
 * date threw). */
bool rk_ttl_from_argument(zval *argument, uint32_t arg_num, int64_t *ms);

/* The same for a value that is no argument, but was returned by user code. */
bool rk_ttl_from_result(zval *result, int64_t *ms);

#endif
