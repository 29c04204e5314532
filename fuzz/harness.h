/* harness.h: what the fuzzing targets share: a PHP without a program around it, and what counts as a failure.
 *
 * A target is one .c file with a `rk_fuzz_target` named `target`. libFuzzer calls the harness with one input after another. Besides
 * what the sanitizers find, an input fails when
 *
 *   - PHP raises an error, be it a notice: it would end the request, or show in an application's log
 *   - it costs more than RK_FUZZ_MEMORY at one time, of whatever memory (PHP's, hiredis', zstd's)
 *   - memory of the request is left over each time it is run
 *   - a target's own rk_fuzz_check() does not hold
 *
 * Every allocation of PHP is one of malloc (USE_TRACKED_ALLOC), so that AddressSanitizer sees its bounds. With RK_FUZZ_LIMIT=<bytes> in
 * the environment PHP's own allocator is used, and memory_limit is as many bytes: then an input fails if PHP's own check of
 * the limit is what ends it, not ours. */
#ifndef RK_FUZZ_HARNESS_H
#define RK_FUZZ_HARNESS_H

#include "rk_common.h"

#include <php.h>

#define RK_FUZZ_LARGEST (1024 * 1024)     /* bytes of a reply or a value, at most */
#define RK_FUZZ_MEMORY (64 * 1024 * 1024) /* what such a one may cost */

typedef struct {
	const char *script;  /* PHP code that is run when a request begins; NULL: none */
	void (*begin)(void); /* after that; may be NULL */
	void (*run)(const uint8_t *data, size_t size);
	void (*end)(void);    /* before the request ends: frees what `begin` made; may be NULL */
	const char *may_warn; /* a word of the warnings that are meant; NULL: none are */
	size_t power_at;      /* which byte of an input goes to rk_fuzz_times(); 0: none */
} rk_fuzz_target;

extern const rk_fuzz_target target;

/* Ends the process with a message, which libFuzzer takes for a crash. */
void rk_fuzz_fail(const char *format, ...) RK_PRINTF(1, 2) __attribute__((noreturn));

#define rk_fuzz_check(condition, ...) ((condition) ? (void) 0 : rk_fuzz_fail(__VA_ARGS__))

/* Takes one byte off the input; 0 when it is used up. */
static inline uint8_t rk_fuzz_byte(const uint8_t **data, size_t *size)
{
	if (*size == 0) {
		return 0;
	}
	--*size;
	return *(*data)++;
}

/* How often `size` bytes are repeated when an input says `power`: from 0xF0 up 2, 4, 8, … as far as it fits into RK_FUZZ_LARGEST,
 * below once. Such inputs are slow and libFuzzer takes to them, so it is made to try one in RARELY. */
size_t rk_fuzz_times(uint8_t power, size_t size);

/* The pending exception must be one of ours, and goes away. */
void rk_fuzz_take_exception(void);
/* What the pending exception says. */
const char *rk_fuzz_exception_message(void);

#endif
