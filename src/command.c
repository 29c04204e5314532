/* command.c: Client::command() and rawCommand(): any words, with the prefix where the command table knows keys. */

#include "rk_client.h"

#include <zend_exceptions.h>

/* Commands that would change a connection which others share, or end it, and what to use instead. */
static const struct {
	const char *name, *instead;
} refused[] = {
	{ "SELECT", "use select()" },
	{ "AUTH", "use auth(), or the options username and password" },
	{ "MULTI", "use multi()" },
	{ "EXEC", "use exec()" },
	{ "DISCARD", "use discard()" },
	{ "WATCH", "use watch()" },
	{ "UNWATCH", "use unwatch()" },
	{ "SUBSCRIBE", "use subscribe()" },
	{ "PSUBSCRIBE", "use pSubscribe()" },
	{ "SSUBSCRIBE", "use sSubscribe()" },
	{ "UNSUBSCRIBE", "use unsubscribe()" },
	{ "PUNSUBSCRIBE", "use pUnsubscribe()" },
	{ "SUNSUBSCRIBE", "use sUnsubscribe()" },
	{ "HELLO", "rediskit speaks RESP2" },
	{ "RESET", "use close()" },
	{ "QUIT", "use close()" },
	{ "MONITOR", "use redis-cli" },
	{ "SYNC", "use redis-cli" },
	{ "PSYNC", "use redis-cli" },
	{ "ASKING", "it belongs to cluster redirections" },
	{ "READONLY", "it belongs to cluster connections" },
	{ "READWRITE", "it belongs to cluster connections" },
};

/* Commands that wait, and which word says how long: from the front (0), from the end (-1), or after the option BLOCK. */
#define AFTER_BLOCK 99

static const struct {
	const char *name;
	int word;
	double unit_us;
} waiting[] = {
	{ "BLPOP", -1, 1e6 },
	{ "BRPOP", -1, 1e6 },
	{ "BLMOVE", -1, 1e6 },
	{ "BRPOPLPUSH", -1, 1e6 },
	{ "BZPOPMIN", -1, 1e6 },
	{ "BZPOPMAX", -1, 1e6 },
	{ "BLMPOP", 0, 1e6 },
	{ "BZMPOP", 0, 1e6 },
	{ "WAIT", -1, 1e3 },
	{ "WAITAOF", -1, 1e3 },
	{ "XREAD", AFTER_BLOCK, 1e3 },
	{ "XREADGROUP", AFTER_BLOCK, 1e3 },
};

#define NESTING_MAX 16 /* arrays in arrays; one that contains itself has no end */

/* The words after the name; arrays are flattened. They are held, because a word's __toString() may change what a reference leads to. */
typedef struct {
	zval *items; /* counted */
	uint32_t count, capacity;
} words;

/* False: arrays are nested too deep. */
static bool add_word(words *list, zval *item, unsigned depth)
{
	zval *element;

	ZVAL_DEREF(item);
	if (Z_TYPE_P(item) == IS_ARRAY) {
		if (depth == NESTING_MAX) {
			return false;
		}
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(item), element) {
			if (!add_word(list, element, depth + 1)) {
				return false;
			}
		}
		ZEND_HASH_FOREACH_END();
		return true;
	}
	if (list->count == list->capacity) {
		list->capacity = list->capacity ? list->capacity * 2 : 16;
		list->items = safe_erealloc(list->items, list->capacity, sizeof(zval), 0);
	}
	ZVAL_COPY(&list->items[list->count++], item);
	return true;
}

/* Gathers the words, and turns objects that are text into it: what is looked at from now on is what will be sent. False: an
 * exception is pending. */
static bool gather_words(words *list, zval *args, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		if (!add_word(list, &args[i], 0)) {
			zend_argument_value_error(i + 2, "must not nest arrays deeper than %d levels", NESTING_MAX);
			return false;
		}
	}
	for (uint32_t i = 0; i < list->count; i++) {
		zval *item = &list->items[i];

		if (Z_TYPE_P(item) == IS_OBJECT && Z_OBJCE_P(item)->__tostring) {
			zend_string *text = zval_try_get_string(item);

			if (!text) {
				return false;
			}
			zval_ptr_dtor(item);
			ZVAL_STR(item, text);
		}
	}
	return true;
}

static void free_words(words *list)
{
	for (uint32_t i = 0; i < list->count; i++) {
		zval_ptr_dtor(&list->items[i]);
	}
	if (list->items) {
		efree(list->items);
	}
}

static bool is(const zval *word, const char *text)
{
	return Z_TYPE_P(word) == IS_STRING && rk_same_word(Z_STRVAL_P(word), text);
}

/* Position of a word, or the number of words. */
static uint32_t find(const words *list, uint32_t from, const char *text)
{
	while (from < list->count && !is(&list->items[from], text)) {
		from++;
	}
	return from;
}

static uint32_t number_at(const words *list, uint32_t index)
{
	zend_long number = index < list->count ? zval_get_long(&list->items[index]) : 0;

	return number > 0 && number <= (zend_long) list->count ? (uint32_t) number : 0;
}

/* Is the word at `i` a key? `keys` as in rk_commands.h; `streams` is the word after STREAMS. */
static bool is_key(uint8_t keys, const words *list, uint32_t i, uint32_t streams)
{
	switch ((rk_keys) keys) {
		case RK_KEYS_NONE:
			return false;
		case RK_KEYS_1:
			return i == 0;
		case RK_KEYS_2:
			return i == 1;
		case RK_KEYS_1_2:
			return i < 2;
		case RK_KEYS_ALL:
			return true;
		case RK_KEYS_PAIRS:
			return i % 2 == 0;
		case RK_KEYS_BUT_LAST:
			return i + 1 < list->count;
		case RK_KEYS_FROM_2:
			return i > 0 && (i > 1 || list->count > 1);
		case RK_KEYS_NUM_1:
			return i >= 1 && i < 1 + number_at(list, 0);
		case RK_KEYS_NUM_2:
			return i >= 2 && i < 2 + number_at(list, 1);
		case RK_KEYS_1_NUM_2:
			return i == 0 || (i >= 2 && i < 2 + number_at(list, 1));
		case RK_KEYS_STREAMS:
			return i >= streams && i < streams + (list->count - streams) / 2;
		case RK_KEYS_1_STORE:
			return i == 0 || is(&list->items[i - 1], "STORE") || is(&list->items[i - 1], "STOREDIST");
		case RK_KEYS_MIGRATE:
			return (i == 2 && !(Z_TYPE_P(&list->items[i]) == IS_STRING && Z_STRLEN_P(&list->items[i]) == 0)) ||
				i > find(list, 3, "KEYS");
	}
	return false;
}

/* Where the options of XREAD and XREADGROUP begin: groups and consumers may have an option's name. */
static uint32_t first_option(const words *list)
{
	return list->count && is(&list->items[0], "GROUP") ? 3 : 0;
}

/* Position of the word after STREAMS, or the number of words. */
static uint32_t after_streams(const words *list)
{
	return MIN(find(list, first_option(list), "STREAMS") + 1, list->count);
}

/* Position of the word after BLOCK, or the number of words. A stream may have that name, too. */
static uint32_t after_block(const words *list)
{
	uint32_t block = find(list, first_option(list), "BLOCK");

	return block < after_streams(list) ? block + 1 : list->count;
}

/* A command that waits gets that time beside the read time-out. */
static void note_waiting(rk_build *build, zend_string *name, const words *list)
{
	for (size_t i = 0; i < sizeof(waiting) / sizeof(waiting[0]); i++) {
		uint32_t at;
		double amount;

		if (!rk_same_word(ZSTR_VAL(name), waiting[i].name)) {
			continue;
		}
		at = waiting[i].word == AFTER_BLOCK ? after_block(list) : waiting[i].word < 0 ? list->count - 1
																					  : 0;
		if (at < list->count) {
			amount = zval_get_double(&list->items[at]) * waiting[i].unit_us;
			rk_build_blocks(build, amount > 0 && amount < 1e15 ? (int64_t) amount : 0);
		}
		return;
	}
}

static bool allowed(zend_string *name, const words *list)
{
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
		if (rk_same_word(ZSTR_VAL(name), refused[i].name)) {
			zend_argument_value_error(1, "must not be \"%s\": it would change a connection that is shared; %s",
				refused[i].name, refused[i].instead);
			return false;
		}
	}
	if (list->count && Z_TYPE(list->items[0]) == IS_STRING) {
		const char *refusal = rk_build_refusal(ZSTR_VAL(name), Z_STRVAL(list->items[0]));

		if (refusal) {
			zend_argument_value_error(2, "%s", refusal);
			return false;
		}
	}
	return true;
}

static void run(INTERNAL_FUNCTION_PARAMETERS, bool with_prefix)
{
	zend_string *name;
	zval *args;
	uint32_t count;
	words list = { 0 };
	rk_client *client;
	rk_build build;
	rk_error err;
	rk_status status = RK_OK;

	ZEND_PARSE_PARAMETERS_START(1, -1)
		Z_PARAM_STR(name)
		Z_PARAM_VARIADIC('*', args, count)
	ZEND_PARSE_PARAMETERS_END();

	if (!(client = rk_client_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (gather_words(&list, args, count) && allowed(name, &list)) {
		const rk_command *row = rk_command_by_wire(ZSTR_VAL(name), ZSTR_LEN(name));
		uint8_t keys = row && with_prefix ? row->keys : RK_KEYS_NONE;
		uint32_t streams = keys == RK_KEYS_STREAMS ? after_streams(&list) : 0;

		rk_client_begin(client, &build, NULL, &err);
		rk_request_arg(build.request, ZSTR_VAL(name), ZSTR_LEN(name));
		if (row && row->flags & RK_ROW_REPEAT) {
			build.call_flags |= RK_CALL_IDEMPOTENT;
		}
		for (uint32_t i = 0; i < list.count && status == RK_OK; i++) {
			status = is_key(keys, &list, i, streams) ? rk_build_key(&build, &list.items[i], 1) : rk_build_scalar(&build, &list.items[i], 1);
		}
		if (status == RK_OK) {
			note_waiting(&build, name, &list);
		}
		status = rk_client_finish(client, &build, status, ZSTR_VAL(name), return_value);
		if (status != RK_OK) {
			ZVAL_NULL(return_value);
			rk_throw(&err);
		}
	}
	free_words(&list);
}

PHP_METHOD(Rediskit_Client, command)
{
	run(INTERNAL_FUNCTION_PARAM_PASSTHRU, true);
}

PHP_METHOD(Rediskit_Client, rawCommand)
{
	run(INTERNAL_FUNCTION_PARAM_PASSTHRU, false);
}
