/* rk_build.h: one command in the making: PHP arguments -> words of a request.
 *
 * A build belongs to one call. Its functions return RK_OK, or RK_ERR_EXCEPTION with a TypeError, ValueError or
 * ArgumentCountError pending, or a codec's error in build->err. Encoding may run user code, so the request is borrowed and no
 * connection is leased. */
#ifndef RK_BUILD_H
#define RK_BUILD_H

#include "rk_commands.h"

struct rk_build {
	const rk_command *row;
	rk_handle *handle;
	rk_request *request; /* begin() was called, the row's words are in it */
	zval *args;
	uint32_t num_args;
	HashTable *named; /* named arguments beyond the signature; a builder that takes them sets it NULL */
	rk_error *err;
	size_t first_key, last_key; /* offsets into request->data; 0: no key yet */
	size_t first_key_len, last_key_len;
	int64_t block_us; /* a blocking command's own time-out, see rk_call */
	uint32_t call_flags;
	uint8_t shape;
	bool transparent; /* values are text */
};

/* Carries out the row's plan or builder. */
rk_status rk_build_row(rk_build *build);

/* Carries out a plan over the arguments from `first` (0 is the first argument) on. */
rk_status rk_build_plan(rk_build *build, const char *plan, uint32_t first);

/* Argument `index` (from 0), or NULL when it is absent or null. */
static inline zval *rk_build_argument(const rk_build *build, uint32_t index)
{
	return index < build->num_args && Z_TYPE(build->args[index]) != IS_NULL ? &build->args[index] : NULL;
}

/* One word each. `index` is the argument to name in a TypeError. */
rk_status rk_build_key(rk_build *build, zval *value, uint32_t index);
rk_status rk_build_scalar(rk_build *build, zval *value, uint32_t index);
rk_status rk_build_value(rk_build *build, zval *value, uint32_t index);
void rk_build_key_text(rk_build *build, const char *name, size_t len);
/* A value under an array's string or integer key. */
void rk_build_name(rk_build *build, zend_string *name, zend_ulong number);

/* The elements of an array (or one word for anything else). Empty arrays are a ValueError. */
rk_status rk_build_keys(rk_build *build, zval *value, uint32_t index);
rk_status rk_build_scalars(rk_build *build, zval *value, uint32_t index);
/* Number of keys, then the keys. */
rk_status rk_build_numkeys(rk_build *build, zval *value, uint32_t index);

/* An options array (NULL: none) and the named arguments, see 'o' in rk_commands.h. */
rk_status rk_build_options(rk_build *build, zval *options, uint32_t index);

/* Looks an option up in an options array or the named arguments, whatever its case; NULL when absent, null or false. */
zval *rk_build_find_option(const rk_build *build, zval *options, const char *name);

/* For builders that look their options up one by one: a ValueError for any that is not in `known` ("COUNT WITHVALUES"). The
 * named arguments are used up. */
rk_status rk_build_known_options(rk_build *build, zval *options, uint32_t index, const char *known);

/* Throws a ValueError about an argument. */
rk_status rk_build_refuse(rk_build *build, uint32_t index, const char *message) RK_COLD;

/* Why a subcommand may not be sent, because it changes a connection that others share ("CLIENT REPLY"), as the end of a message that
 * begins with the argument; NULL: it may. */
const char *rk_build_refusal(const char *command, const char *subcommand);

/* Sends another word than the row's; before any argument. */
void rk_build_rename(rk_build *build, const char *wire);

/* Marks the command as blocking for `us` microseconds (0: for ever). */
void rk_build_blocks(rk_build *build, int64_t us);

#define rk_build_word(build, text) rk_request_literal((build)->request, text)

/* Builders of rk_commands.def. */
#define RK_PLAN(method, wire, plan, shape, flags, keys)
#define RK_VARY(method, wire, plan, shape, variant, variant_shape, flags, keys)
#define RK_BUILD(method, wire, builder, shape, flags, keys) rk_status builder(rk_build *build);
#include "rk_commands.def"
#undef RK_PLAN
#undef RK_VARY
#undef RK_BUILD

#endif
