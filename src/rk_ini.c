/* rk_ini.c: the settings of php.ini, bound to the module's globals. README.md has the table for users.
 *
 * Values are checked when they are set: a wrong one is refused with a warning that says what is allowed, and the old one
 * stays. Entries that can hold a password are shown masked (php -i, phpinfo()). */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "rk_ini.h"

#include "php_rediskit.h"

#include <math.h>

/* Shows what may hold a password as "(set)" or "(not set)". */
static ZEND_INI_DISP(display_secret)
{
	zend_string *value = type == ZEND_INI_DISPLAY_ORIG && ini_entry->modified ? ini_entry->orig_value : ini_entry->value;

	php_printf("%s", value && ZSTR_LEN(value) ? "(set, not shown)" : "(not set)");
}

static zend_result refuse(zend_ini_entry *entry, const char *allowed)
{
	zend_error(E_WARNING, "%s must be %s", ZSTR_VAL(entry->name), allowed);
	return FAILURE;
}

/* Is the text a number of seconds in [min, 1e6]? */
static bool is_seconds(zend_string *text, double min)
{
	const char *end;
	double seconds = zend_strtod(ZSTR_VAL(text), &end);

	return ZSTR_LEN(text) && !*end && isfinite(seconds) && seconds >= min && seconds <= 1e6;
}

static ZEND_INI_MH(update_wait)
{
	if (!is_seconds(new_value, 0)) {
		return refuse(entry, "a number of seconds from 0 to 1000000, such as 2.5");
	}
	return OnUpdateReal(entry, new_value, mh_arg1, mh_arg2, mh_arg3, stage);
}

/* 0 stands for a value that rediskit chooses. */
static ZEND_INI_MH(update_lock_ttl)
{
	if (!is_seconds(new_value, 0.001) && !(is_seconds(new_value, 0) && zend_strtod(ZSTR_VAL(new_value), NULL) == 0)) {
		return refuse(entry, "a number of seconds from 0.001 to 1000000, such as 2.5, or 0 to follow max_execution_time");
	}
	return OnUpdateReal(entry, new_value, mh_arg1, mh_arg2, mh_arg3, stage);
}

static ZEND_INI_MH(update_timeout)
{
	if (!is_seconds(new_value, 0.001)) {
		return refuse(entry, "a number of seconds from 0.001 to 1000000, such as 2.5");
	}
	return OnUpdateReal(entry, new_value, mh_arg1, mh_arg2, mh_arg3, stage);
}

static zend_result update_long_between(zend_ini_entry *entry, zend_string *new_value, void *mh_arg1, void *mh_arg2,
	void *mh_arg3, int stage, zend_long min, zend_long max)
{
	zend_string *problem = NULL;
	zend_long number = zend_ini_parse_quantity(new_value, &problem);

	if (problem || number < min || number > max) {
		char allowed[96];

		if (problem) {
			zend_string_release(problem);
		}
		snprintf(allowed, sizeof(allowed), "a number from " ZEND_LONG_FMT " to " ZEND_LONG_FMT, min, max);
		return refuse(entry, allowed);
	}
	return OnUpdateLong(entry, new_value, mh_arg1, mh_arg2, mh_arg3, stage);
}

#define UPDATE_LONG(name, min, max) \
	static ZEND_INI_MH(name) \
	{ \
		return update_long_between(entry, new_value, mh_arg1, mh_arg2, mh_arg3, stage, (min), (max)); \
	}

UPDATE_LONG(update_pool_size, 1, 1024)
UPDATE_LONG(update_retries, 0, 10)
UPDATE_LONG(update_level, -100, 22)
UPDATE_LONG(update_size, 0, ZEND_LONG_MAX / 64)
UPDATE_LONG(update_limit, 1024, ZEND_LONG_MAX / 64)
UPDATE_LONG(update_depth, 1, 1024)
UPDATE_LONG(update_seconds, 0, 3155760000)
UPDATE_LONG(update_minutes, 0, 240)

static zend_result update_word(zend_ini_entry *entry, zend_string *new_value, void *mh_arg1, void *mh_arg2, void *mh_arg3, int stage,
	const char *const *words, const char *allowed)
{
	if (ZSTR_LEN(new_value) == 0 && !strcmp(words[0], "none")) { /* what an .ini file makes of the bare word */
		*(const char **) ZEND_INI_GET_ADDR() = "none";
		return SUCCESS;
	}
	for (; *words; words++) {
		if (zend_string_equals_cstr(new_value, *words, strlen(*words))) {
			return OnUpdateString(entry, new_value, mh_arg1, mh_arg2, mh_arg3, stage);
		}
	}
	return refuse(entry, allowed);
}

static ZEND_INI_MH(update_serializer)
{
	static const char *const words[] = { "none", "auto", "php", "igbinary", "json", NULL };

	return update_word(entry, new_value, mh_arg1, mh_arg2, mh_arg3, stage, words, "auto, php, igbinary, json or none");
}

static ZEND_INI_MH(update_compression)
{
#ifdef HAVE_REDISKIT_LZ4
	static const char *const words[] = { "none", "zstd", "lz4", NULL };

	return update_word(entry, new_value, mh_arg1, mh_arg2, mh_arg3, stage, words, "none, zstd or lz4");
#else
	static const char *const words[] = { "none", "zstd", NULL };

	return update_word(entry, new_value, mh_arg1, mh_arg2, mh_arg3, stage, words, "none or zstd (this build has no lz4)");
#endif
}

static ZEND_INI_MH(update_on_lock_timeout)
{
	static const char *const words[] = { "fail", "readonly", NULL };

	return update_word(entry, new_value, mh_arg1, mh_arg2, mh_arg3, stage, words, "fail or readonly");
}

static ZEND_INI_MH(update_on_error)
{
	static const char *const words[] = { "fail", "readonly-empty", NULL };

	return update_word(entry, new_value, mh_arg1, mh_arg2, mh_arg3, stage, words, "fail or readonly-empty");
}

#define ENTRY(name, value, modifiable, handler, field) \
	STD_PHP_INI_ENTRY("rediskit." name, value, modifiable, handler, field, zend_rediskit_globals, rediskit_globals)
#define FLAG(name, value, modifiable, field) \
	STD_PHP_INI_BOOLEAN("rediskit." name, value, modifiable, OnUpdateBool, field, zend_rediskit_globals, rediskit_globals)
#define SECRET(name, modifiable, field) \
	STD_PHP_INI_ENTRY_EX("rediskit." name, "", modifiable, OnUpdateString, field, zend_rediskit_globals, rediskit_globals, display_secret)

PHP_INI_BEGIN()
	SECRET("dsn", PHP_INI_ALL, dsn)
	ENTRY("timeout", "2.5", PHP_INI_ALL, update_timeout, timeout)
	ENTRY("read_timeout", "2.5", PHP_INI_ALL, update_timeout, read_timeout)
	FLAG("persistent", "1", PHP_INI_ALL, persistent)
	ENTRY("pool_size", "16", PHP_INI_SYSTEM, update_pool_size, pool_size)
	ENTRY("max_retries", "1", PHP_INI_ALL, update_retries, max_retries)
	ENTRY("retry_after", "1", PHP_INI_ALL, update_wait, retry_after)
	ENTRY("prefix", "", PHP_INI_ALL, OnUpdateString, prefix)
	ENTRY("serializer", "auto", PHP_INI_ALL, update_serializer, serializer)
	ENTRY("compression", "none", PHP_INI_ALL, update_compression, compression)
	ENTRY("compression_level", "3", PHP_INI_ALL, update_level, compression_level)
	ENTRY("compression_threshold", "1024", PHP_INI_ALL, update_size, compression_threshold)
	ENTRY("max_value_size", "64M", PHP_INI_ALL, update_limit, max_value_size)
	ENTRY("allowed_classes", "*", PHP_INI_ALL, OnUpdateString, allowed_classes)
	SECRET("mac_key", PHP_INI_ALL, mac_key)
	FLAG("compat", "0", PHP_INI_ALL, compat)
	ENTRY("max_reply_size", "512M", PHP_INI_SYSTEM, update_limit, max_reply_size)
	ENTRY("max_reply_depth", "128", PHP_INI_SYSTEM, update_depth, max_reply_depth)
	SECRET("session.dsn", PHP_INI_ALL, session_dsn)
	FLAG("session.locking", "1", PHP_INI_ALL, session_locking)
	ENTRY("session.lock_ttl", "0", PHP_INI_ALL, update_lock_ttl, session_lock_ttl)
	ENTRY("session.lock_wait", "30", PHP_INI_ALL, update_wait, session_lock_wait)
	ENTRY("session.on_lock_timeout", "fail", PHP_INI_ALL, update_on_lock_timeout, session_on_lock_timeout)
	ENTRY("session.on_error", "fail", PHP_INI_ALL, update_on_error, session_on_error)
	ENTRY("session.touch_interval", "0", PHP_INI_ALL, update_seconds, session_touch_interval)
	ENTRY("session.new_ttl", "0", PHP_INI_ALL, update_seconds, session_new_ttl)
	ENTRY("session.prefix", "session:", PHP_INI_ALL, OnUpdateString, session_prefix)
	ENTRY("session.compression", "none", PHP_INI_ALL, update_compression, session_compression)
	ENTRY("session.compat", "", PHP_INI_ALL, OnUpdateString, session_compat)
	ENTRY("session.track_active", "0", PHP_INI_ALL, update_minutes, session_track_active)
PHP_INI_END()

zend_result rk_ini_register(int module_number)
{
	return zend_register_ini_entries(ini_entries, module_number);
}

void rk_ini_unregister(int module_number)
{
	zend_unregister_ini_entries(module_number);
}
