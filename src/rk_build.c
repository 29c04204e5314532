/* rk_build.c: the plan letters: PHP arguments -> words of a request. rk_commands.h explains the letters. */

#include "rk_build.h"

#include <limits.h>
#include <math.h>

/* ---- one word ---- */

void rk_build_key_text(rk_build *build, const char *name, size_t len)
{
	zend_string *prefix = build->handle->prefix;
	size_t total = ZSTR_LEN(prefix) + len;

	rk_request_arg2(build->request, ZSTR_VAL(prefix), ZSTR_LEN(prefix), name, len);
	if (UNEXPECTED(build->request->failed)) {
		return;
	}
	build->last_key = build->request->len - total - 2; /* before its CRLF */
	build->last_key_len = total;
	if (!build->first_key) {
		build->first_key = build->last_key;
		build->first_key_len = total;
	}
}

static rk_status throw_type(uint32_t index, const char *what, const zval *value)
{
	zend_argument_type_error(index + 1, "%s, %s given", what, zend_zval_type_name(value));
	return RK_ERR_EXCEPTION;
}

rk_status rk_build_refuse(rk_build *build, uint32_t index, const char *message)
{
	(void) build;
	zend_argument_value_error(index + 1, "%s", message);
	return RK_ERR_EXCEPTION;
}

/* The text of anything that has one; NULL with a TypeError pending. */
static zend_string *text_of(zval *value, uint32_t index, const char *what)
{
	switch (Z_TYPE_P(value)) {
		case IS_STRING:
		case IS_LONG:
		case IS_DOUBLE:
		case IS_TRUE:
		case IS_FALSE:
			return zval_get_string(value);
		case IS_OBJECT:
			if (Z_OBJCE_P(value)->__tostring) {
				return zval_try_get_string(value);
			}
			ZEND_FALLTHROUGH;
		default:
			throw_type(index, what, value);
			return NULL;
	}
}

rk_status rk_build_key(rk_build *build, zval *value, uint32_t index)
{
	zend_string *text;

	ZVAL_DEREF(value);
	if (EXPECTED(Z_TYPE_P(value) == IS_STRING)) {
		rk_build_key_text(build, Z_STRVAL_P(value), Z_STRLEN_P(value));
		return RK_OK;
	}
	text = text_of(value, index, "must hold keys of type string");
	if (!text) {
		return RK_ERR_EXCEPTION;
	}
	rk_build_key_text(build, ZSTR_VAL(text), ZSTR_LEN(text));
	zend_string_release(text);
	return RK_OK;
}

rk_status rk_build_scalar(rk_build *build, zval *value, uint32_t index)
{
	zend_string *text;

	ZVAL_DEREF(value);
	switch (Z_TYPE_P(value)) {
		case IS_STRING:
			rk_request_arg(build->request, Z_STRVAL_P(value), Z_STRLEN_P(value));
			return RK_OK;
		case IS_LONG:
			rk_request_arg_long(build->request, Z_LVAL_P(value));
			return RK_OK;
		case IS_DOUBLE:
			rk_request_arg_double(build->request, Z_DVAL_P(value));
			return RK_OK;
		default:
			text = text_of(value, index, "must hold only strings and numbers");
			if (!text) {
				return RK_ERR_EXCEPTION;
			}
			rk_request_string(build->request, text);
			zend_string_release(text);
			return RK_OK;
	}
}

rk_status rk_build_value(rk_build *build, zval *value, uint32_t index)
{
	rk_encoded encoded;
	rk_status status;

	(void) index;
	ZVAL_DEREF(value);
	if (EXPECTED(build->transparent)) {
		if (EXPECTED(Z_TYPE_P(value) == IS_STRING)) {
			rk_request_arg(build->request, Z_STRVAL_P(value), Z_STRLEN_P(value));
			return RK_OK;
		}
		if (Z_TYPE_P(value) == IS_LONG) {
			rk_request_arg_long(build->request, Z_LVAL_P(value));
			return RK_OK;
		}
	}
	if (UNEXPECTED(build->request->failed)) { /* the key's name, which is part of the signature, is gone */
		return rk_error_set(build->err, RK_ERR_CONNECTION, "Out of memory while encoding a command");
	}
	status = rk_codec_encode(build->handle->codec, value, build->request->data + build->last_key, build->last_key_len, NULL, &encoded,
		build->err);
	if (status == RK_OK) {
		rk_request_arg(build->request, encoded.data, encoded.len);
		rk_encoded_release(&encoded);
	}
	return status;
}

void rk_build_name(rk_build *build, zend_string *name, zend_ulong number)
{
	if (name) {
		rk_request_string(build->request, name);
	} else {
		rk_request_arg_long(build->request, (int64_t) number);
	}
}

static void build_named_key(rk_build *build, zend_string *name, zend_ulong number)
{
	char digits[MAX_LENGTH_OF_LONG + 1];

	if (name) {
		rk_build_key_text(build, ZSTR_VAL(name), ZSTR_LEN(name));
	} else {
		rk_build_key_text(build, digits, (size_t) snprintf(digits, sizeof(digits), ZEND_LONG_FMT, (zend_long) number));
	}
}

void rk_build_rename(rk_build *build, const char *wire)
{
	if (!build->request->failed) {
		build->request->len -= build->row->encoded_len;
	}
	build->request->argc = 0;
	rk_request_arg(build->request, wire, strlen(wire));
}

const char *rk_build_refusal(const char *command, const char *subcommand)
{
	static const struct {
		const char *command, *subcommand, *refusal;
	} refused[] = {
#define RK_REFUSED(command, subcommand, instead) \
	{ command, subcommand, "must not be \"" subcommand "\": it would change a connection that is shared" instead }
		RK_REFUSED("CLIENT", "REPLY", ""),
		RK_REFUSED("CLIENT", "TRACKING", ""),
		RK_REFUSED("CLIENT", "CACHING", ""),
		RK_REFUSED("CLIENT", "NO-EVICT", ""),
		RK_REFUSED("CLIENT", "NO-TOUCH", ""),
		RK_REFUSED("CLIENT", "CAPA", ""),
		RK_REFUSED("CLIENT", "IMPORT-SOURCE", ""),
		RK_REFUSED("CLIENT", "SETNAME", "; set the option \"name\" instead"),
		RK_REFUSED("SCRIPT", "DEBUG", "; use redis-cli --ldb"),
#undef RK_REFUSED
	};

	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		if (rk_same_word(command, refused[i].command) && rk_same_word(subcommand, refused[i].subcommand)) {
			return refused[i].refusal;
		}
	}
	return NULL;
}

void rk_build_blocks(rk_build *build, int64_t us)
{
	build->call_flags |= RK_CALL_BLOCKING;
	build->block_us = us;
}

/* ---- arrays ---- */

typedef rk_status (*build_one)(rk_build *build, zval *value, uint32_t index);

/* The array is held: when it came by reference, an element's __toString() may assign to the variable. */
static rk_status build_elements(rk_build *build, zval *value, uint32_t index, build_one one)
{
	zend_array *list;
	zval *element;
	rk_status status = RK_OK;

	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) != IS_ARRAY) {
		return one(build, value, index);
	}
	list = Z_ARRVAL_P(value);
	if (zend_hash_num_elements(list) == 0) {
		return rk_build_refuse(build, index, "must not be empty");
	}
	GC_TRY_ADDREF(list);
	ZEND_HASH_FOREACH_VAL(list, element) {
		status = one(build, element, index);
		if (UNEXPECTED(status != RK_OK)) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	zend_array_release(list);
	return status;
}

rk_status rk_build_keys(rk_build *build, zval *value, uint32_t index)
{
	return build_elements(build, value, index, rk_build_key);
}

rk_status rk_build_scalars(rk_build *build, zval *value, uint32_t index)
{
	return build_elements(build, value, index, rk_build_scalar);
}

rk_status rk_build_numkeys(rk_build *build, zval *value, uint32_t index)
{
	rk_request_arg_long(build->request, Z_TYPE_P(value) == IS_ARRAY ? zend_hash_num_elements(Z_ARRVAL_P(value)) : 1);
	return rk_build_keys(build, value, index);
}

/* [name => value]; the names are keys of the server (p) or fields of a hash (h). Integer keys are names too. */
static rk_status build_pairs(rk_build *build, zval *pairs, uint32_t index, bool names_are_keys)
{
	zend_string *name;
	zend_ulong number;
	zval *value;
	rk_status status = RK_OK;

	if (zend_hash_num_elements(Z_ARRVAL_P(pairs)) == 0) {
		return rk_build_refuse(build, index, "must not be empty");
	}
	ZEND_HASH_FOREACH_KEY_VAL(Z_ARRVAL_P(pairs), number, name, value) {
		if (names_are_keys) {
			build_named_key(build, name, number);
		} else {
			rk_build_name(build, name, number);
		}
		status = rk_build_value(build, value, index);
		if (UNEXPECTED(status != RK_OK)) {
			break;
		}
	}
	ZEND_HASH_FOREACH_END();
	return status;
}

/* ---- options ---- */

static void note_variant(rk_build *build, const char *word, size_t len)
{
	const char *variant = build->row->variant;

	if (variant && strlen(variant) == len && rk_same_letters(variant, word, len)) {
		build->shape = build->row->variant_shape;
	}
}

static bool is_word(const zend_string *name, const char *word)
{
	return zend_string_equals_cstr(name, word, strlen(word)) ||
		(ZSTR_LEN(name) == strlen(word) && rk_same_letters(ZSTR_VAL(name), word, ZSTR_LEN(name)));
}

static rk_status build_option(rk_build *build, zend_string *name, zval *value, uint32_t index)
{
	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) == IS_NULL || Z_TYPE_P(value) == IS_FALSE) {
		return RK_OK;
	}
	if (!name) { /* a listed word */
		if (Z_TYPE_P(value) != IS_STRING) {
			return throw_type(index, "must list options by name", value);
		}
		note_variant(build, Z_STRVAL_P(value), Z_STRLEN_P(value));
		rk_request_arg(build->request, Z_STRVAL_P(value), Z_STRLEN_P(value));
		return RK_OK;
	}
	note_variant(build, ZSTR_VAL(name), ZSTR_LEN(name));
	rk_request_string(build->request, name);
	if (Z_TYPE_P(value) == IS_TRUE) {
		return RK_OK;
	}
	if (is_word(name, "STORE") || is_word(name, "STOREDIST")) {
		return rk_build_key(build, value, index);
	}
	return rk_build_scalars(build, value, index);
}

rk_status rk_build_options(rk_build *build, zval *options, uint32_t index)
{
	zend_string *name;
	zval *value;
	rk_status status = RK_OK;

	if (options) {
		ZEND_ASSERT(Z_TYPE_P(options) == IS_ARRAY);
		ZEND_HASH_FOREACH_STR_KEY_VAL(Z_ARRVAL_P(options), name, value) {
			status = build_option(build, name, value, index);
			if (status != RK_OK) {
				return status;
			}
		}
		ZEND_HASH_FOREACH_END();
	}
	if (build->named) {
		ZEND_HASH_FOREACH_STR_KEY_VAL(build->named, name, value) {
			status = build_option(build, name, value, index);
			if (status != RK_OK) {
				return status;
			}
		}
		ZEND_HASH_FOREACH_END();
		build->named = NULL;
	}
	return status;
}

static zval *find_in(HashTable *options, const char *word)
{
	zend_string *name;
	zval *value;

	ZEND_HASH_FOREACH_STR_KEY_VAL(options, name, value) {
		ZVAL_DEREF(value);
		if (Z_TYPE_P(value) == IS_NULL || Z_TYPE_P(value) == IS_FALSE) {
			continue;
		}
		if (name ? is_word(name, word) : (Z_TYPE_P(value) == IS_STRING && is_word(Z_STR_P(value), word))) {
			return value;
		}
	}
	ZEND_HASH_FOREACH_END();
	return NULL;
}

zval *rk_build_find_option(const rk_build *build, zval *options, const char *name)
{
	zval *found = options && Z_TYPE_P(options) == IS_ARRAY ? find_in(Z_ARRVAL_P(options), name) : NULL;

	return !found && build->named ? find_in(build->named, name) : found;
}

/* Is the option's name one of the words in `known`? */
static bool is_known(const char *known, const char *name, size_t len)
{
	while (*known) {
		size_t word = strcspn(known, " ");

		if (word == len && rk_same_letters(known, name, len)) {
			return true;
		}
		known += word + (known[word] == ' ');
	}
	return false;
}

static rk_status check_known(HashTable *options, uint32_t index, const char *known)
{
	zend_string *name;
	zval *value;

	ZEND_HASH_FOREACH_STR_KEY_VAL(options, name, value) {
		ZVAL_DEREF(value);
		if (!name && Z_TYPE_P(value) == IS_STRING) {
			name = Z_STR_P(value);
		}
		if (name ? !is_known(known, ZSTR_VAL(name), ZSTR_LEN(name)) : Z_TYPE_P(value) > IS_FALSE) {
			zend_argument_value_error(index + 1, "must have only the options %s, %s given", known, name ? ZSTR_VAL(name) : zend_zval_type_name(value));
			return RK_ERR_EXCEPTION;
		}
	}
	ZEND_HASH_FOREACH_END();
	return RK_OK;
}

rk_status rk_build_known_options(rk_build *build, zval *options, uint32_t index, const char *known)
{
	rk_status status = options ? check_known(Z_ARRVAL_P(options), index, known) : RK_OK;

	if (status == RK_OK && build->named) {
		status = check_known(build->named, index, known);
		build->named = NULL;
	}
	return status;
}

/* ---- plans ---- */

/* Time-outs are sent as they are; zero means for ever. */
static rk_status build_timeout(rk_build *build, zval *value, uint32_t index, double unit_us)
{
	double amount = zval_get_double(value);

	if (Z_TYPE_P(value) > IS_DOUBLE && !(Z_TYPE_P(value) == IS_STRING && is_numeric_string(Z_STRVAL_P(value), Z_STRLEN_P(value), NULL, NULL, false))) {
		return throw_type(index, "must be a time-out", value);
	}
	if (!(amount >= 0) || amount > 1e9) {
		return rk_build_refuse(build, index, "must be between 0 and 1e9");
	}
	rk_build_blocks(build, (int64_t) ceil(amount * unit_us));
	return rk_build_scalar(build, value, index);
}

/* One letter over one argument. */
static rk_status build_letter(rk_build *build, char letter, zval *value, uint32_t index)
{
	switch (letter) {
		case 'k':
			return rk_build_key(build, value, index);
		case 's':
			return rk_build_scalar(build, value, index);
		case 'v':
		case 'V':
			return rk_build_value(build, value, index);
		case 'K':
			return rk_build_keys(build, value, index);
		case 'S':
			return rk_build_scalars(build, value, index);
		case 'n':
			return rk_build_numkeys(build, value, index);
		case 'p':
		case 'h':
			return build_pairs(build, value, index, letter == 'p');
		case 't':
			return build_timeout(build, value, index, 1e6);
		case 'm':
			return build_timeout(build, value, index, 1e3);
		default:
			ZEND_ASSERT(letter == 'b');
			rk_request_arg_long(build->request, zend_is_true(value));
			return RK_OK;
	}
}

/* Sends a literal ending at `close` in the plan. */
static void build_literal(rk_build *build, const char *word, const char *close)
{
	note_variant(build, word, (size_t) (close - word));
	rk_request_arg(build->request, word, (size_t) (close - word));
}

rk_status rk_build_plan(rk_build *build, const char *plan, uint32_t first)
{
	uint32_t index = first;
	rk_status status = RK_OK;

	for (; *plan && status == RK_OK; plan++, index++) {
		bool present = index < build->num_args, given = present && Z_TYPE(build->args[index]) != IS_NULL;
		zval *value = present ? &build->args[index] : NULL;
		const char *close;

		switch (*plan) {
			case '{':
				close = strchr(plan, '}');
				ZEND_ASSERT(close);
				if (given && zend_is_true(value)) {
					build_literal(build, plan + 1, close);
				}
				plan = close;
				break;
			case '[':
				close = strchr(plan, ']');
				ZEND_ASSERT(close);
				if (given) {
					build_literal(build, plan + 1, close);
					status = build_letter(build, close[1], value, index);
				}
				plan = close + 1;
				break;
			case 'o':
				status = rk_build_options(build, given ? value : NULL, index);
				break;
			case 'v':
				if (value) {
					status = rk_build_value(build, value, index);
				}
				break;
			case 'K':
			case 'S':
			case 'V':
				if (plan[1]) {
					status = given ? build_letter(build, *plan, value, index) : RK_OK;
					break;
				}
				for (; index < build->num_args && status == RK_OK; index++) {
					status = build_letter(build, *plan, &build->args[index], index);
				}
				break;
			default:
				if (given) {
					status = build_letter(build, *plan, value, index);
				}
		}
	}
	return status;
}

rk_status rk_build_row(rk_build *build)
{
	const rk_command *row = build->row;

	if (row->only_key) {
		return rk_build_key(build, &build->args[0], 0);
	}
	if (row->variant_argument && rk_build_argument(build, row->variant_argument - 1u)) {
		build->shape = row->variant_shape;
	}
	return row->plan ? rk_build_plan(build, row->plan, 0) : row->builder(build);
}
