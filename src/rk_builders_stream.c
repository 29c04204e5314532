/* rk_builders_stream.c: argument builders of streams. */

#include "rk_build.h"

/* MAXLEN|MINID [~] threshold [LIMIT n] */
static rk_status trimming(rk_build *build, zval *threshold, uint32_t index, bool min_id, bool approximately, zval *limit)
{
	rk_status status;

	if (min_id) {
		rk_build_word(build, "MINID");
	} else {
		rk_build_word(build, "MAXLEN");
	}
	if (approximately) {
		rk_build_word(build, "~");
	}
	status = rk_build_scalar(build, threshold, index);
	if (status == RK_OK && limit) {
		rk_build_word(build, "LIMIT");
		status = rk_build_scalar(build, limit, index);
	}
	return status;
}

static bool is_set(const rk_build *build, uint32_t index)
{
	zval *value = rk_build_argument(build, index);

	return value && zend_is_true(value);
}

/* xAdd(key, id, [field => value], maxlen = 0, approx = false, nomkstream = false) */
rk_status rk_build_xadd(rk_build *build)
{
	zval *max = rk_build_argument(build, 3), *value;
	zend_string *name;
	zend_ulong number;
	rk_status status = rk_build_key(build, &build->args[0], 0);

	if (is_set(build, 5)) {
		rk_build_word(build, "NOMKSTREAM");
	}
	if (status == RK_OK && max && zval_get_long(max) > 0) {
		status = trimming(build, max, 3, false, is_set(build, 4), NULL);
	}
	if (status == RK_OK) {
		status = rk_build_scalar(build, &build->args[1], 1);
	}
	if (zend_hash_num_elements(Z_ARRVAL(build->args[2])) == 0) {
		return rk_build_refuse(build, 2, "must not be empty");
	}
	ZEND_HASH_FOREACH_KEY_VAL(Z_ARRVAL(build->args[2]), number, name, value) {
		if (status != RK_OK) {
			break;
		}
		rk_build_name(build, name, number);
		status = rk_build_scalar(build, value, 2);
	}
	ZEND_HASH_FOREACH_END();
	return status;
}

/* xTrim(key, threshold, approx = false, minid = false, limit = null) */
rk_status rk_build_xtrim(rk_build *build)
{
	rk_status status = rk_build_key(build, &build->args[0], 0);

	return status == RK_OK ? trimming(build, &build->args[1], 1, is_set(build, 3), is_set(build, 2), rk_build_argument(build, 4)) : status;
}

/* xPending(key, group, start, end, count, consumer, minIdleTime) */
rk_status rk_build_xpending(rk_build *build)
{
	zval *idle = rk_build_argument(build, 6);
	rk_status status = rk_build_plan(build, "ks", 0);

	if (status == RK_OK && idle) {
		rk_build_word(build, "IDLE");
		status = rk_build_scalar(build, idle, 6);
	}
	if (status == RK_OK && build->num_args > 6) {
		build->num_args = 6;
	}
	return status == RK_OK ? rk_build_plan(build, "ssss", 2) : status;
}

/* [COUNT n] [BLOCK ms] [NOACK] STREAMS key … id …; a negative count or block is none. */
static rk_status reading(rk_build *build, uint32_t streams_index, zval *count, zval *block, bool no_ack)
{
	HashTable *streams = Z_ARRVAL(build->args[streams_index]);
	zend_string *name;
	zend_ulong number;
	zval *id;
	rk_status status = RK_OK;

	if (zend_hash_num_elements(streams) == 0) {
		return rk_build_refuse(build, streams_index, "must not be empty");
	}
	if (count && Z_LVAL_P(count) > 0) {
		rk_build_word(build, "COUNT");
		rk_request_arg_long(build->request, Z_LVAL_P(count));
	}
	if (block && Z_LVAL_P(block) >= 0) {
		rk_build_word(build, "BLOCK");
		rk_request_arg_long(build->request, Z_LVAL_P(block));
		rk_build_blocks(build, MIN(Z_LVAL_P(block), ZEND_LONG_MAX / 1000000) * 1000);
	}
	if (no_ack) {
		rk_build_word(build, "NOACK");
	}
	rk_build_word(build, "STREAMS");
	ZEND_HASH_FOREACH_KEY(streams, number, name) {
		zval key;

		if (name) {
			rk_build_key_text(build, ZSTR_VAL(name), ZSTR_LEN(name));
			continue;
		}
		ZVAL_LONG(&key, (zend_long) number);
		status = rk_build_key(build, &key, streams_index);
	}
	ZEND_HASH_FOREACH_END();
	ZEND_HASH_FOREACH_VAL(streams, id) {
		if (status == RK_OK) {
			status = rk_build_scalar(build, id, streams_index);
		}
	}
	ZEND_HASH_FOREACH_END();
	return status;
}

/* xRead([stream => id], count, block in ms) */
rk_status rk_build_xread(rk_build *build)
{
	return reading(build, 0, rk_build_argument(build, 1), rk_build_argument(build, 2), false);
}

/* xReadGroup(group, consumer, [stream => id], count, block in ms, noack) */
rk_status rk_build_xreadgroup(rk_build *build)
{
	rk_status status;

	rk_build_word(build, "GROUP");
	status = rk_build_scalar(build, &build->args[0], 0);
	if (status == RK_OK) {
		status = rk_build_scalar(build, &build->args[1], 1);
	}
	return status == RK_OK ? reading(build, 2, rk_build_argument(build, 3), rk_build_argument(build, 4), is_set(build, 5)) : status;
}
