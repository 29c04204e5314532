/* config.c: whatever DSN or options a client is given, they become a configuration that makes sense or an error: no bad access, no leak, no
 * PHP error; no password in an error or a description; and what was read twice is one configuration.
 *
 *     kind | bytes
 *
 * kind: the bytes are a DSN; or options, one a line: a letter for the type of the value, a name, '=', a value. '>' and a name opens a group
 * of options, '<' closes it. */
#include "harness.h"

#include "rk_handle.h"

#include <zend_exceptions.h>

#define SECRET "S3CR3T"
#define NESTED_MAX 8

/* Puts the option of one line into `options`. */
static void add_option(HashTable *options, char type, const char *name, size_t name_len, const char *text, size_t len)
{
	zval value, item;

	switch (type) {
		case 'i':
			ZVAL_LONG(&value, ZEND_STRTOL(text, NULL, 10));
			break;
		case 'd':
			ZVAL_DOUBLE(&value, zend_strtod(text, NULL));
			break;
		case 'b':
			ZVAL_BOOL(&value, len > 0 && *text != '0');
			break;
		case 'n':
			ZVAL_NULL(&value);
			break;
		case 'l':
			array_init(&value);
			ZVAL_STRINGL(&item, text, len);
			add_next_index_zval(&value, &item);
			ZVAL_STRING(&item, "stdClass");
			add_next_index_zval(&value, &item);
			break;
		default:
			ZVAL_STRINGL(&value, text, len);
	}
	zend_hash_str_update(options, name, name_len, &value);
}

static HashTable *read_options(const char *text, size_t size)
{
	HashTable *levels[NESTED_MAX];
	unsigned depth = 0;
	const char *end = text + size;

	levels[0] = zend_new_array(8);
	while (text < end) {
		const char *line = text, *stop = memchr(text, '\n', (size_t) (end - text));

		stop = stop ? stop : end;
		text = stop + 1;
		if (line == stop) {
			continue;
		}
		if (*line == '>' && depth + 1 < NESTED_MAX) {
			zval group;

			array_init(&group);
			zend_hash_str_update(levels[depth], line + 1, (size_t) (stop - line - 1), &group);
			levels[++depth] = Z_ARRVAL(group);
		} else if (*line == '<' && depth > 0) {
			depth--;
		} else {
			const char *equals = memchr(line, '=', (size_t) (stop - line));

			equals = equals ? equals : stop;
			if (equals > line) {
				const char *value = equals < stop ? equals + 1 : stop;

				add_option(levels[depth], *line, line + 1, (size_t) (equals - line - 1), value, (size_t) (stop - value));
			}
		}
	}
	return levels[0];
}

static bool holds(const char *text, const char *word)
{
	return text && strstr(text, word);
}

/* What a configuration promises, whatever it was made of. */
static void check_config(const rk_config *config)
{
	char description[RK_CONFIG_DESCRIPTION + 1];
	rk_config copy;

	rk_fuzz_check(config->host && *config->host, "no host");
	rk_fuzz_check(config->database >= 0, "database %d", config->database);
	rk_fuzz_check(config->timeout_us > 0 && config->read_timeout_us > 0, "a time limit of nothing");
	rk_fuzz_check(config->max_retries >= 0, "%d retries", config->max_retries);
	rk_fuzz_check(config->codec.mac_key || !config->codec.mac_key_len, "bytes of no key"); /* a key without bytes means none, not php.ini's */
	rk_config_describe(config, description, RK_CONFIG_DESCRIPTION);
	rk_fuzz_check(strlen(description) < RK_CONFIG_DESCRIPTION, "a long description");
	rk_fuzz_check(!holds(description, SECRET) || holds(config->host, SECRET), "a secret is described: %s", description);
	rk_fuzz_check(rk_config_copy(&copy, config), "no copy");
	rk_fuzz_check(rk_config_same_connection(&copy, config), "the copy is another");
	rk_config_destroy(&copy);
}

static void run(const uint8_t *data, size_t size)
{
	uint8_t kind = rk_fuzz_byte(&data, &size);
	zend_string *text = zend_string_init((const char *) data, size, false), *dsn = kind & 1 ? NULL : text;
	HashTable *options = kind & 1 ? read_options(ZSTR_VAL(text), size) : NULL;
	rk_config config, again;
	rk_handle *handle;
	rk_error err;
	rk_status status = rk_handle_read_config(&config, dsn, options, &err);

	rk_fuzz_check(status == RK_OK || (status == RK_ERR_CONFIG && err.message[0]), "status %d", status);
	if (status == RK_OK) {
		check_config(&config);
		rk_fuzz_check(rk_handle_read_config(&again, dsn, options, &err) == RK_OK && rk_config_same_connection(&config, &again), "read twice, it is another");
		rk_config_destroy(&again);
		status = rk_handle_create(&config, kind & 2, &handle, &err);
		rk_fuzz_check(status == RK_OK || (status == RK_ERR_CONFIG && err.message[0]), "status %d of a handle", status);
		if (status == RK_OK) {
			rk_handle_release(handle);
		}
	}
	/* In a DSN it may be a name that is quoted: of an option, a scheme. Behind "secret:" it is nothing but a password. */
	rk_fuzz_check(status == RK_OK || options || !holds(err.message, SECRET) || !holds(ZSTR_VAL(text), "secret:" SECRET), "a secret is told: %s", err.message);
	if (options) {
		zend_array_destroy(options);
	}
	zend_string_release(text);
}

const rk_fuzz_target target = { .run = run };
