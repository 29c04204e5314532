/* rk_builders.c: argument builders of strings, hashes, lists, keys, scripts and the server's own commands: where \Redis'
 * signature is not the wire's. */

#include "rk_build.h"

/* incr(key, by = 1), decr(key, by = 1): the one without a number is shorter on the wire. */
rk_status rk_build_incr(rk_build *build)
{
	zval *by = rk_build_argument(build, 1);

	if (!by || (Z_TYPE_P(by) == IS_LONG && Z_LVAL_P(by) == 1)) {
		return rk_build_plan(build, "k", 0);
	}
	rk_build_rename(build, build->row->wire[0] == 'I' ? "INCRBY" : "DECRBY");
	return rk_build_plan(build, "ks", 0);
}

/* set(key, value, options): an int or float is a time to live in seconds, as in setEx(). Without a condition it may be repeated. */
rk_status rk_build_set(rk_build *build)
{
	zval *options = rk_build_argument(build, 2);
	bool named = build->named != NULL;
	rk_status status = rk_build_key(build, &build->args[0], 0);

	if (status == RK_OK) {
		status = rk_build_value(build, &build->args[1], 1);
	}
	if (status != RK_OK) {
		return status;
	}
	if (options && Z_TYPE_P(options) == IS_LONG) {
		if (Z_LVAL_P(options) <= 0) {
			return rk_build_refuse(build, 2, "must be greater than 0 when it is a time to live");
		}
		rk_build_word(build, "EX");
		rk_request_arg_long(build->request, Z_LVAL_P(options));
		options = NULL;
	} else if (options && Z_TYPE_P(options) == IS_DOUBLE) {
		if (!(Z_DVAL_P(options) >= 0.0005 && Z_DVAL_P(options) < 1e12)) {
			return rk_build_refuse(build, 2, "must be greater than 0 when it is a time to live");
		}
		rk_build_word(build, "PX");
		rk_request_arg_long(build->request, (int64_t) (Z_DVAL_P(options) * 1000 + 0.5));
		options = NULL;
	}
	if (!options && !named) {
		build->call_flags |= RK_CALL_IDEMPOTENT;
		return RK_OK;
	}
	if (rk_build_find_option(build, options, "GET")) {
		build->shape = RK_SHAPE_VALUE;
	}
	return rk_build_options(build, options, 2);
}

/* bitCount(key, start = 0, end = -1, bybit = false) */
rk_status rk_build_bit_count(rk_build *build)
{
	rk_status status = rk_build_plan(build, "kss{BIT}", 0);

	if (status == RK_OK && build->num_args == 2) {
		rk_request_arg_long(build->request, -1);
	}
	return status;
}

/* bitPos(key, bit, start = 0, end = -1, bybit = false): an end that is given changes what looking for a 0 finds, so it is
 * sent only then. */
rk_status rk_build_bit_pos(rk_build *build)
{
	return rk_build_plan(build, "kbss{BIT}", 0);
}

/* hSet(key, field, value, …) or hSet(key, [field => value, …]) */
rk_status rk_build_hset(rk_build *build)
{
	rk_status status;

	if (Z_TYPE(build->args[1]) == IS_ARRAY) {
		if (build->num_args != 2) {
			zend_argument_count_error("Rediskit\\Client::hSet() expects exactly 2 arguments when the second is an array, %u given", build->num_args);
			return RK_ERR_EXCEPTION;
		}
		return rk_build_plan(build, "kh", 0);
	}
	if (build->num_args % 2 == 0) {
		zend_argument_count_error("Rediskit\\Client::hSet() expects a value for each field");
		return RK_ERR_EXCEPTION;
	}
	status = rk_build_key(build, &build->args[0], 0);
	for (uint32_t i = 1; i < build->num_args && status == RK_OK; i += 2) {
		status = rk_build_scalar(build, &build->args[i], i);
		if (status == RK_OK) {
			status = rk_build_value(build, &build->args[i + 1], i + 1);
		}
	}
	return status;
}

/* hRandField(key, ['COUNT' => n, 'WITHVALUES' => true]), zRandMember(key, ['COUNT' => n, 'WITHSCORES' => true]) */
rk_status rk_build_rand_field(rk_build *build)
{
	zval *options = rk_build_argument(build, 1), *count = rk_build_find_option(build, options, "COUNT");
	bool hash = build->row->wire[0] == 'H';
	const char *with = hash ? "WITHVALUES" : "WITHSCORES";
	bool both = rk_build_find_option(build, options, with) != NULL;
	rk_status status = rk_build_key(build, &build->args[0], 0);

	if (status == RK_OK && count) {
		status = rk_build_scalar(build, count, 1);
	} else if (status == RK_OK && both) {
		return rk_build_refuse(build, 1, "must have COUNT when it asks for more than names");
	}
	if (status == RK_OK && both) {
		rk_request_arg(build->request, with, strlen(with));
		build->shape = hash ? RK_SHAPE_MAP : RK_SHAPE_SCORES;
	}
	return status == RK_OK ? rk_build_known_options(build, options, 1, hash ? "COUNT WITHVALUES" : "COUNT WITHSCORES") : status;
}

/* lRem(key, value, count = 0): the wire has the count first. */
rk_status rk_build_lrem(rk_build *build)
{
	zval *count = rk_build_argument(build, 2);
	rk_status status = rk_build_key(build, &build->args[0], 0);

	if (status == RK_OK) {
		rk_request_arg_long(build->request, count ? Z_LVAL_P(count) : 0);
		status = rk_build_value(build, &build->args[1], 1);
	}
	return status;
}

/* blPop([key, …], timeout) or blPop(key, …, timeout); the same for brPop, bzPopMin and bzPopMax. */
rk_status rk_build_blocking_pop(rk_build *build)
{
	uint32_t last = build->num_args - 1;
	rk_status status = RK_OK;

	for (uint32_t i = 0; i < last && status == RK_OK; i++) {
		status = rk_build_keys(build, &build->args[i], i);
	}
	if (status != RK_OK) {
		return status;
	}
	if (Z_TYPE(build->args[last]) == IS_NULL) {
		zend_argument_type_error(last + 1, "must be a time-out, null given");
		return RK_ERR_EXCEPTION;
	}
	return rk_build_plan(build, "t", last);
}

/* migrate(host, port, key|[keys], db, timeout in ms, copy, replace, credentials) */
rk_status rk_build_migrate(rk_build *build)
{
	zval *keys = &build->args[2], *credentials = rk_build_argument(build, 7), *user = NULL, *password = credentials;
	bool one = Z_TYPE_P(keys) != IS_ARRAY;
	rk_status status = rk_build_plan(build, "ss", 0);

	if (status == RK_OK && one) {
		status = rk_build_key(build, keys, 2);
	} else if (status == RK_OK) {
		rk_build_word(build, "");
	}
	if (status == RK_OK) {
		status = rk_build_plan(build, "sm{COPY}{REPLACE}", 3);
	}
	if (status == RK_OK && credentials) {
		if (Z_TYPE_P(credentials) == IS_ARRAY) {
			user = zend_hash_index_find(Z_ARRVAL_P(credentials), 0);
			password = zend_hash_index_find(Z_ARRVAL_P(credentials), 1);
			if (!user || !password) {
				return rk_build_refuse(build, 7, "must be a password or [user, password]");
			}
			rk_build_word(build, "AUTH2");
			status = rk_build_scalar(build, user, 7);
		} else {
			rk_build_word(build, "AUTH");
		}
		if (status == RK_OK) {
			status = rk_build_scalar(build, password, 7);
		}
	}
	if (status == RK_OK && !one) {
		rk_build_word(build, "KEYS");
		status = rk_build_keys(build, keys, 2);
	}
	return status;
}

/* sort(key, ['by' => …, 'limit' => [offset, count], 'get' => pattern or list, 'sort' => 'asc'|'desc', 'alpha' => true,
 * 'store' => key]). The patterns of by and get are the server's business and get no prefix. */
rk_status rk_build_sort(rk_build *build)
{
	zval *options = rk_build_argument(build, 1), *found, *pattern;
	rk_status status = rk_build_key(build, &build->args[0], 0);

	if (status == RK_OK && (found = rk_build_find_option(build, options, "BY"))) {
		rk_build_word(build, "BY");
		status = rk_build_scalar(build, found, 1);
	}
	if (status == RK_OK && (found = rk_build_find_option(build, options, "LIMIT"))) {
		rk_build_word(build, "LIMIT");
		status = rk_build_scalars(build, found, 1);
	}
	if (status == RK_OK && (found = rk_build_find_option(build, options, "GET"))) {
		if (Z_TYPE_P(found) != IS_ARRAY) {
			rk_build_word(build, "GET");
			status = rk_build_scalar(build, found, 1);
		} else {
			zend_array *patterns = Z_ARRVAL_P(found);

			GC_TRY_ADDREF(patterns); /* a pattern's __toString() may change what a reference leads to */
			ZEND_HASH_FOREACH_VAL(patterns, pattern) {
				rk_build_word(build, "GET");
				status = rk_build_scalar(build, pattern, 1);
				if (status != RK_OK) {
					break;
				}
			}
			ZEND_HASH_FOREACH_END();
			zend_array_release(patterns);
		}
	}
	if (status == RK_OK && (found = rk_build_find_option(build, options, "SORT"))) {
		status = rk_build_scalar(build, found, 1);
	}
	if (rk_build_find_option(build, options, "ALPHA")) {
		rk_build_word(build, "ALPHA");
	}
	if (status == RK_OK && (found = rk_build_find_option(build, options, "STORE"))) {
		rk_build_word(build, "STORE");
		status = rk_build_key(build, found, 1);
	}
	return status == RK_OK ? rk_build_known_options(build, options, 1, "BY LIMIT GET SORT ALPHA STORE") : status;
}

/* eval(script, args = [], numkeys = 0): the first numkeys of args are keys. */
rk_status rk_build_eval(rk_build *build)
{
	zval *args = rk_build_argument(build, 1), *count = rk_build_argument(build, 2), *item;
	zend_long keys = count ? Z_LVAL_P(count) : 0, i = 0;
	rk_status status = rk_build_scalar(build, &build->args[0], 0);

	if (keys < 0 || keys > (args ? (zend_long) zend_hash_num_elements(Z_ARRVAL_P(args)) : 0)) {
		return rk_build_refuse(build, 2, "must be between 0 and the number of arguments");
	}
	rk_request_arg_long(build->request, keys);
	if (status != RK_OK || !args) {
		return status;
	}
	ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(args), item) {
		status = i++ < keys ? rk_build_key(build, item, 1) : rk_build_scalar(build, item, 1);
		if (status != RK_OK) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	return status;
}

/* fCall(function, keys = [], args = []) */
rk_status rk_build_fcall(rk_build *build)
{
	zval *keys = rk_build_argument(build, 1), *args = rk_build_argument(build, 2);
	uint32_t count = keys ? zend_hash_num_elements(Z_ARRVAL_P(keys)) : 0;
	rk_status status = rk_build_scalar(build, &build->args[0], 0);

	rk_request_arg_long(build->request, count);
	if (status == RK_OK && count) {
		status = rk_build_keys(build, keys, 1);
	}
	if (status == RK_OK && args && zend_hash_num_elements(Z_ARRVAL_P(args))) {
		status = rk_build_scalars(build, args, 2);
	}
	return status;
}

/* Does the first argument, a subcommand, say this? */
static bool subcommand(const rk_build *build, const char *name)
{
	zval *word = rk_build_argument(build, 0);

	return word && Z_TYPE_P(word) == IS_STRING && rk_same_word(Z_STRVAL_P(word), name);
}

/* Commands on a pooled connection must leave it as it was. */
static rk_status check_subcommand(rk_build *build)
{
	zval *word = rk_build_argument(build, 0);
	const char *refusal = word && Z_TYPE_P(word) == IS_STRING ? rk_build_refusal(build->row->wire, Z_STRVAL_P(word)) : NULL;

	return refusal ? rk_build_refuse(build, 0, refusal) : RK_OK;
}

rk_status rk_build_script(rk_build *build)
{
	if (check_subcommand(build) != RK_OK) {
		return RK_ERR_EXCEPTION;
	}
	if (subcommand(build, "EXISTS")) {
		build->shape = RK_SHAPE_BOOLS;
	}
	return rk_build_plan(build, "sS", 0);
}

/* Channels are named with the prefix, as publish() and subscribe() name them. */
rk_status rk_build_pubsub(rk_build *build)
{
	if (subcommand(build, "NUMSUB") || subcommand(build, "SHARDNUMSUB")) {
		build->shape = RK_SHAPE_TEXT_MAP;
	}
	return rk_build_plan(build, "sK", 0);
}

rk_status rk_build_client(rk_build *build)
{
	if (check_subcommand(build) != RK_OK) {
		return RK_ERR_EXCEPTION;
	}
	if (subcommand(build, "LIST")) {
		build->shape = RK_SHAPE_CLIENTS;
	}
	return rk_build_plan(build, "sS", 0);
}

/* config('GET', name|[names]), config('SET', name, value) or config('SET', [name => value]), config('RESETSTAT'), … */
rk_status rk_build_config(rk_build *build)
{
	zval *names = rk_build_argument(build, 1), *value;
	zend_string *name;
	zend_ulong number;
	rk_status status = rk_build_scalar(build, &build->args[0], 0);

	if (subcommand(build, "GET")) {
		build->shape = RK_SHAPE_TEXT_MAP;
	}
	if (status != RK_OK || !subcommand(build, "SET") || !names || Z_TYPE_P(names) != IS_ARRAY) {
		return status == RK_OK ? rk_build_plan(build, names && Z_TYPE_P(names) == IS_ARRAY ? "Ss" : "ss", 1) : status;
	}
	if (zend_hash_num_elements(Z_ARRVAL_P(names)) == 0) {
		return rk_build_refuse(build, 1, "must not be empty");
	}
	ZEND_HASH_FOREACH_KEY_VAL(Z_ARRVAL_P(names), number, name, value) {
		rk_build_name(build, name, number);
		status = rk_build_scalar(build, value, 1);
		if (status != RK_OK) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	return status;
}

/* memory('USAGE', key, ['SAMPLES' => n]), memory('STATS'), … */
rk_status rk_build_memory(rk_build *build)
{
	if (subcommand(build, "USAGE")) {
		return rk_build_plan(build, "sko", 0);
	}
	if (subcommand(build, "STATS")) {
		build->shape = RK_SHAPE_XINFO;
	}
	return rk_build_plan(build, "ss", 0);
}

rk_status rk_build_acl(rk_build *build)
{
	if (subcommand(build, "GETUSER")) {
		build->shape = RK_SHAPE_TEXT_MAP;
	} else if (subcommand(build, "LOG")) {
		build->shape = RK_SHAPE_XINFO;
	}
	return rk_build_plan(build, "sS", 0);
}

/* replicaOf(host, port = 6379), replicaOf(): no longer a replica */
rk_status rk_build_replica_of(rk_build *build)
{
	zval *port = rk_build_argument(build, 1);

	if (!rk_build_argument(build, 0)) {
		rk_build_word(build, "NO");
		rk_build_word(build, "ONE");
		return RK_OK;
	}
	rk_request_arg(build->request, Z_STRVAL(build->args[0]), Z_STRLEN(build->args[0]));
	rk_request_arg_long(build->request, port ? Z_LVAL_P(port) : 6379);
	return RK_OK;
}
