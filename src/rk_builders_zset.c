/* rk_builders_zset.c: argument builders of sorted sets and geo. */

#include "rk_build.h"

/* zAdd(key, score, member, …) or zAdd(key, options, score, member, …). With INCR the answer is the new score. */
rk_status rk_build_zadd(rk_build *build)
{
	zval *options = Z_TYPE(build->args[1]) == IS_ARRAY ? &build->args[1] : NULL;
	uint32_t first = options ? 2 : 1;
	rk_status status;

	if (build->num_args <= first || (build->num_args - first) % 2 != 0) {
		zend_argument_count_error("Rediskit\\Client::zAdd() expects a member for each score");
		return RK_ERR_EXCEPTION;
	}
	if (rk_build_find_option(build, options, "INCR")) {
		build->shape = RK_SHAPE_FLOAT;
	}
	status = rk_build_key(build, &build->args[0], 0);
	if (status == RK_OK) {
		status = rk_build_options(build, options, 1);
	}
	return status == RK_OK ? rk_build_plan(build, "S", first) : status;
}

/* zRange(key, start, end, options) and zRevRange: true asks for scores. */
rk_status rk_build_zrange(rk_build *build)
{
	zval *options = rk_build_argument(build, 3);
	rk_status status = rk_build_plan(build, "kss", 0);

	if (options && Z_TYPE_P(options) != IS_ARRAY) {
		if (zend_is_true(options)) {
			build->shape = RK_SHAPE_SCORES;
			rk_build_word(build, "WITHSCORES");
		}
		options = NULL;
	}
	if (rk_build_find_option(build, options, "WITHSCORES")) {
		build->shape = RK_SHAPE_SCORES;
	}
	return status == RK_OK ? rk_build_options(build, options, 3) : status;
}

/* zRangeByLex(key, min, max, offset = null, count = null) */
rk_status rk_build_by_lex(rk_build *build)
{
	zval *offset = rk_build_argument(build, 3), *count = rk_build_argument(build, 4);
	rk_status status = rk_build_plan(build, "kss", 0);

	/* -1, -1 are \Redis' defaults and mean all */
	if (status == RK_OK && (offset || count) && !(offset && count && Z_LVAL_P(offset) == -1 && Z_LVAL_P(count) == -1)) {
		rk_build_word(build, "LIMIT");
		rk_request_arg_long(build->request, offset ? Z_LVAL_P(offset) : 0);
		rk_request_arg_long(build->request, count ? Z_LVAL_P(count) : -1);
	}
	return status;
}

/* numkeys, keys, WEIGHTS and AGGREGATE; the arguments begin at `first`. */
static rk_status keys_and_weights(rk_build *build, uint32_t first, zval *aggregate, uint32_t aggregate_index)
{
	zval *keys = &build->args[first], *weights = rk_build_argument(build, first + 1);
	rk_status status = rk_build_numkeys(build, keys, first);

	if (status == RK_OK && weights) {
		if (zend_hash_num_elements(Z_ARRVAL_P(weights)) != zend_hash_num_elements(Z_ARRVAL_P(keys))) {
			return rk_build_refuse(build, first + 1, "must have one weight for each key");
		}
		rk_build_word(build, "WEIGHTS");
		status = rk_build_scalars(build, weights, first + 1);
	}
	if (status == RK_OK && aggregate) {
		rk_build_word(build, "AGGREGATE");
		status = rk_build_scalar(build, aggregate, aggregate_index);
	}
	return status;
}

/* zUnion(keys, weights = null, options = ['AGGREGATE' => 'MAX', 'WITHSCORES' => true]) and zInter */
rk_status rk_build_zset_operation(rk_build *build)
{
	zval *options = rk_build_argument(build, 2);
	rk_status status = keys_and_weights(build, 0, NULL, 2);

	if (status == RK_OK && rk_build_find_option(build, options, "WITHSCORES")) {
		build->shape = RK_SHAPE_SCORES;
	}
	return status == RK_OK ? rk_build_options(build, options, 2) : status;
}

/* zUnionStore(destination, keys, weights = null, aggregate = null) and zInterStore */
rk_status rk_build_zset_store(rk_build *build)
{
	rk_status status = rk_build_key(build, &build->args[0], 0);

	return status == RK_OK ? keys_and_weights(build, 1, rk_build_argument(build, 3), 3) : status;
}

/* geoAdd(key, longitude, latitude, member, …, options): an array at the end and named arguments are options, which the wire
 * has first. */
rk_status rk_build_geo_add(rk_build *build)
{
	uint32_t count = build->num_args;
	zval *options = Z_TYPE(build->args[count - 1]) == IS_ARRAY ? &build->args[--count] : NULL;
	rk_status status;

	if (count < 4 || count % 3 != 1) {
		zend_argument_count_error("Rediskit\\Client::geoAdd() expects longitude, latitude and member of each place");
		return RK_ERR_EXCEPTION;
	}
	status = rk_build_key(build, &build->args[0], 0);
	if (status == RK_OK) {
		status = rk_build_options(build, options, count);
	}
	for (uint32_t i = 1; i < count && status == RK_OK; i++) {
		status = rk_build_scalar(build, &build->args[i], i);
	}
	return status;
}

/* A member's name, or [longitude, latitude]. */
static rk_status geo_position(rk_build *build, zval *position, uint32_t index)
{
	if (Z_TYPE_P(position) != IS_ARRAY) {
		rk_build_word(build, "FROMMEMBER");
		return rk_build_scalar(build, position, index);
	}
	if (zend_hash_num_elements(Z_ARRVAL_P(position)) != 2) {
		return rk_build_refuse(build, index, "must be a member or [longitude, latitude]");
	}
	rk_build_word(build, "FROMLONLAT");
	return rk_build_scalars(build, position, index);
}

/* A radius, or [width, height]. */
static rk_status geo_shape(rk_build *build, zval *shape, uint32_t index)
{
	if (Z_TYPE_P(shape) != IS_ARRAY) {
		rk_build_word(build, "BYRADIUS");
		return rk_build_scalar(build, shape, index);
	}
	if (zend_hash_num_elements(Z_ARRVAL_P(shape)) != 2) {
		return rk_build_refuse(build, index, "must be a radius or [width, height]");
	}
	rk_build_word(build, "BYBOX");
	return rk_build_scalars(build, shape, index);
}

/* geoSearch(key, position, shape, unit, options), geoSearchStore(destination, source, position, shape, unit, options) */
rk_status rk_build_geo_search(rk_build *build)
{
	uint32_t at = build->row->keys == RK_KEYS_1_2 ? 2 : 1;
	rk_status status = rk_build_key(build, &build->args[0], 0);

	if (status == RK_OK && at == 2) {
		status = rk_build_key(build, &build->args[1], 1);
	}
	if (status == RK_OK) {
		status = geo_position(build, &build->args[at], at);
	}
	if (status == RK_OK) {
		status = geo_shape(build, &build->args[at + 1], at + 1);
	}
	return status == RK_OK ? rk_build_plan(build, "so", at + 2) : status;
}
