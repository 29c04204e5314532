/* rk_option.c: options by name, from text, into an rk_config.
 *
 * One table row an option: its names, the kind of value, where it goes. Messages name the option and what it takes; they
 * never repeat the value, which may be a password put in the wrong place. */
#include "rk_option.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum {
	KIND_TEXT,   /* char *; empty: NULL */
	KIND_LIST,   /* char *; empty stays "" */
	KIND_WORD,   /* char[16] */
	KIND_SECRET, /* mac_key: bytes */
	KIND_DICTIONARY,
	KIND_SECONDS,  /* int64_t in microseconds; 0 and negative: the default */
	KIND_BOOL,     /* bool */
	KIND_TRISTATE, /* int 0 or 1 */
	KIND_INTEGER,  /* int within bounds */
	KIND_BYTES,    /* int64_t, with an optional k, m or g */
	KIND_PORT,
	KIND_HOST,
	KIND_PATH,
	KIND_SCHEME,
	KIND_TLS_VERSION,
	KIND_DSN,
	KIND_MUST_BE_OFF, /* a name from PHP's ssl context that would weaken the check */
	KIND_NO_MEANING,  /* sent by frameworks or of no use here; accepted, so that their settings can be passed as they are */
} option_kind;

typedef struct {
	const char *name;
	option_kind kind;
	size_t offset;
	int min, max; /* KIND_INTEGER */
} option;

#define AT(field) offsetof(rk_config, field)

static const option options[] = {
	{ "host", KIND_HOST, 0, 0, 0 },
	{ "port", KIND_PORT, 0, 0, 0 },
	{ "path", KIND_PATH, 0, 0, 0 },
	{ "socket", KIND_PATH, 0, 0, 0 },
	{ "scheme", KIND_SCHEME, 0, 0, 0 },
	{ "user", KIND_TEXT, AT(user), 0, 0 },
	{ "username", KIND_TEXT, AT(user), 0, 0 },
	{ "password", KIND_TEXT, AT(password), 0, 0 },
	{ "pass", KIND_TEXT, AT(password), 0, 0 },
	{ "auth", KIND_TEXT, AT(password), 0, 0 },
	{ "db", KIND_INTEGER, AT(database), 0, INT_MAX },
	{ "database", KIND_INTEGER, AT(database), 0, INT_MAX },
	{ "name", KIND_TEXT, AT(name), 0, 0 },
	{ "client_name", KIND_TEXT, AT(name), 0, 0 },
	{ "prefix", KIND_TEXT, AT(prefix), 0, 0 },
	{ "timeout", KIND_SECONDS, AT(timeout_us), 0, 0 },
	{ "read_timeout", KIND_SECONDS, AT(read_timeout_us), 0, 0 },
	{ "read_write_timeout", KIND_SECONDS, AT(read_timeout_us), 0, 0 },
	{ "persistent", KIND_BOOL, AT(persistent), 0, 0 },
	{ "retries", KIND_INTEGER, AT(max_retries), 0, 100 },
	{ "max_retries", KIND_INTEGER, AT(max_retries), 0, 100 },
	{ "nil_as_false", KIND_BOOL, AT(nil_as_false), 0, 0 },
	{ "serializer", KIND_WORD, AT(codec.serializer), 0, 0 },
	{ "compression", KIND_WORD, AT(codec.compression), 0, 0 },
	{ "compression_level", KIND_INTEGER, AT(codec.level), -100, 100 },
	{ "compression_threshold", KIND_BYTES, AT(codec.threshold), 0, 0 },
	{ "max_value_size", KIND_BYTES, AT(codec.max_value_size), 0, 0 },
	{ "compat", KIND_TRISTATE, AT(codec.compat), 0, 0 },
	{ "allowed_classes", KIND_LIST, AT(codec.allowed_classes), 0, 0 },
	{ "mac_key", KIND_SECRET, 0, 0, 0 },
	{ "dictionary", KIND_DICTIONARY, 0, 0, 0 },
	{ "url", KIND_DSN, 0, 0, 0 },
	{ "dsn", KIND_DSN, 0, 0, 0 },
	{ "tls", KIND_BOOL, AT(tls), 0, 0 },
	{ "tls_ca_file", KIND_TEXT, AT(tls_config.ca_file), 0, 0 },
	{ "cafile", KIND_TEXT, AT(tls_config.ca_file), 0, 0 },
	{ "tls_ca_path", KIND_TEXT, AT(tls_config.ca_path), 0, 0 },
	{ "capath", KIND_TEXT, AT(tls_config.ca_path), 0, 0 },
	{ "tls_cert_file", KIND_TEXT, AT(tls_config.cert_file), 0, 0 },
	{ "local_cert", KIND_TEXT, AT(tls_config.cert_file), 0, 0 },
	{ "tls_key_file", KIND_TEXT, AT(tls_config.key_file), 0, 0 },
	{ "local_pk", KIND_TEXT, AT(tls_config.key_file), 0, 0 },
	{ "tls_key_passphrase", KIND_TEXT, AT(tls_config.key_passphrase), 0, 0 },
	{ "passphrase", KIND_TEXT, AT(tls_config.key_passphrase), 0, 0 },
	{ "tls_peer_name", KIND_TEXT, AT(tls_config.peer_name), 0, 0 },
	{ "peer_name", KIND_TEXT, AT(tls_config.peer_name), 0, 0 },
	{ "tls_ciphers", KIND_TEXT, AT(tls_config.ciphers), 0, 0 },
	{ "ciphers", KIND_TEXT, AT(tls_config.ciphers), 0, 0 },
	{ "tls_verify_peer", KIND_BOOL, AT(tls_config.verify_peer), 0, 0 },
	{ "verify_peer", KIND_BOOL, AT(tls_config.verify_peer), 0, 0 },
	{ "tls_verify_peer_name", KIND_BOOL, AT(tls_config.verify_peer_name), 0, 0 },
	{ "verify_peer_name", KIND_BOOL, AT(tls_config.verify_peer_name), 0, 0 },
	{ "tls_min_version", KIND_TLS_VERSION, 0, 0, 0 },
	{ "allow_self_signed", KIND_MUST_BE_OFF, 0, 0, 0 },
	{ "SNI_enabled", KIND_NO_MEANING, 0, 0, 0 },
	{ "disable_compression", KIND_NO_MEANING, 0, 0, 0 },
	{ "backoff_algorithm", KIND_NO_MEANING, 0, 0, 0 },
	{ "backoff_base", KIND_NO_MEANING, 0, 0, 0 },
	{ "backoff_cap", KIND_NO_MEANING, 0, 0, 0 },
	{ "retry_interval", KIND_NO_MEANING, 0, 0, 0 },
	{ "persistent_id", KIND_NO_MEANING, 0, 0, 0 },
	{ "tcp_keepalive", KIND_NO_MEANING, 0, 0, 0 },
};

#define OPTIONS (sizeof(options) / sizeof(options[0]))
#define LONGEST_NAME 32 /* no option has a longer one */

static const option *find(const char *name, size_t len)
{
	for (size_t i = 0; i < OPTIONS; i++) {
		if (strlen(options[i].name) == len && memcmp(options[i].name, name, len) == 0) {
			return &options[i];
		}
	}
	return NULL;
}

/* Edits that turn one name into the other, case aside (Levenshtein). */
static unsigned distance(const char *a, size_t a_len, const char *b)
{
	unsigned row[LONGEST_NAME + 1];
	size_t b_len = strlen(b);

	for (size_t j = 0; j <= b_len; j++) {
		row[j] = (unsigned) j;
	}
	for (size_t i = 1; i <= a_len; i++) {
		unsigned diagonal = row[0];

		row[0] = (unsigned) i;
		for (size_t j = 1; j <= b_len; j++) {
			unsigned change = diagonal + (!rk_same_letters(&a[i - 1], &b[j - 1], 1));
			unsigned shorter = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;

			diagonal = row[j];
			row[j] = change < shorter ? change : shorter;
		}
	}
	return row[b_len];
}

/* The option whose name is so near that it was probably meant, or NULL. */
static const option *nearest(const char *name, size_t len)
{
	const option *found = NULL;
	unsigned best = (unsigned) len / 3 + 2;

	for (size_t i = 0; i < OPTIONS && len <= LONGEST_NAME; i++) {
		unsigned edits = distance(name, len, options[i].name);

		if (edits < best && edits < len && options[i].kind != KIND_NO_MEANING) {
			best = edits;
			found = &options[i];
		}
	}
	return found;
}

static bool is_plain(const char *name, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (name[i] <= ' ' || name[i] > '~') {
			return false;
		}
	}
	return true;
}

/* In a DSN the name itself is not repeated: after an & that should have been encoded it is the rest of a password. */
static rk_status unknown_option(const char *name, size_t len, const char *place, rk_error *err)
{
	const option *meant = nearest(name, len);
	char quoted[LONGEST_NAME + 4] = "";

	if (place[0] == '\0' && len <= LONGEST_NAME && is_plain(name, len)) {
		snprintf(quoted, sizeof(quoted), " \"%.*s\"", (int) len, name);
	}
	if (meant) {
		return rk_error_set(err, RK_ERR_CONFIG, "Unknown option%s%s: did you mean \"%s\"?", quoted, place, meant->name);
	}
	return rk_error_set(err, RK_ERR_CONFIG, "Unknown option%s%s: see docs/connections.md for those there are%s", quoted, place,
		quoted[0] ? "" : "; inside a value & and ? are written %26 and %3F");
}

static rk_status no_memory(rk_error *err)
{
	return rk_error_set(err, RK_ERR_CONFIG, "Not enough memory for the connection's settings");
}

/* gcc's analyzer forgets what is stored in a struct at an offset it does not know, and takes it for lost. */
#if defined(RK_ANALYZE) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wanalyzer-malloc-leak"
#endif
/* Replaces *slot by a copy of the text, or by NULL if it is empty and `keep_empty` is off. */
static rk_status set_text(char **slot, const char *value, size_t len, bool keep_empty, rk_error *err)
{
	char *copy = NULL;

	if (len > 0 || keep_empty) {
		copy = malloc(len + 1);
		if (!copy) {
			return no_memory(err);
		}
		if (len > 0) {
			memcpy(copy, value, len);
		}
		copy[len] = '\0';
	}
	if (*slot) {
		rk_wipe(*slot, strlen(*slot)); /* it may be a password */
		free(*slot);
	}
	*slot = copy;
	return RK_OK;
}
#if defined(RK_ANALYZE) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

static bool word_is(const char *value, size_t len, const char *word)
{
	return strlen(word) == len && rk_same_letters(value, word, len);
}

/* As PHP's INI files spell truth; false is also the empty text that PHP makes of false. */
static bool read_bool(const char *value, size_t len, bool *out)
{
	if (word_is(value, len, "1") || word_is(value, len, "true") || word_is(value, len, "on") || word_is(value, len, "yes")) {
		*out = true;
		return true;
	}
	*out = false;
	return len == 0 || word_is(value, len, "0") || word_is(value, len, "false") || word_is(value, len, "off") ||
		word_is(value, len, "no");
}

static bool read_integer(const char *value, size_t len, int64_t min, int64_t max, int64_t *out)
{
	bool negative = len > 0 && value[0] == '-';
	int64_t number = 0;
	size_t at = negative ? 1 : 0;

	if (at == len || len - at > 15) {
		return false;
	}
	for (; at < len; at++) {
		if (value[at] < '0' || value[at] > '9') {
			return false;
		}
		number = number * 10 + (value[at] - '0');
	}
	*out = negative ? -number : number;
	return *out >= min && *out <= max;
}

static bool read_bytes(const char *value, size_t len, int64_t *out)
{
	int shift = 0;

	if (len > 1) {
		switch (value[len - 1] | 0x20) {
			case 'k': shift = 10; break;
			case 'm': shift = 20; break;
			case 'g': shift = 30; break;
		}
	}
	if (!read_integer(value, shift ? len - 1 : len, 0, INT64_C(1) << 31, out)) {
		return false;
	}
	*out <<= shift;
	return true;
}

/* Seconds with an optional fraction, into microseconds. strtod() would follow the locale. */
static bool read_seconds(const char *value, size_t len, int64_t *out)
{
	static const int64_t most = INT64_C(31536000); /* a year */
	const char *point = len ? memchr(value, '.', len) : NULL;
	size_t whole_len = point ? (size_t) (point - value) : len;
	bool negative = len > 0 && value[0] == '-';
	int64_t whole = 0, micros = 0, unit = 100000;

	if (whole_len == (negative ? 1 : 0) ? whole_len + 1 >= len : !read_integer(value, whole_len, -most, most, &whole)) {
		return false;
	}
	for (size_t at = whole_len + 1; at < len; at++, unit /= 10) {
		if (value[at] < '0' || value[at] > '9') {
			return false;
		}
		micros += (value[at] - '0') * unit;
	}
	*out = negative ? whole * 1000000 - micros : whole * 1000000 + micros;
	return true;
}

int rk_option_scheme(const char *scheme, size_t len)
{
	if (word_is(scheme, len, "redis") || word_is(scheme, len, "tcp")) {
		return 0;
	}
	if (word_is(scheme, len, "rediss") || word_is(scheme, len, "tls") || word_is(scheme, len, "ssl")) {
		return 1;
	}
	return word_is(scheme, len, "unix") ? 2 : -1;
}

static rk_status set_path(rk_config *config, const char *value, size_t len, const char *place, rk_error *err)
{
	if (len == 0 || value[0] != '/') {
		return rk_error_set(err, RK_ERR_CONFIG,
			"The path of the unix socket%s must begin with a slash, as in unix:///run/redis/redis.sock", place);
	}
	if (len >= 108) {
		return rk_error_set(err, RK_ERR_CONFIG, "The path of the unix socket%s is longer than the 107 bytes a system allows", place);
	}
	config->kind = RK_ENDPOINT_UNIX;
	return set_text(&config->host, value, len, false, err);
}

static rk_status set_scheme(rk_config *config, const char *value, size_t len, const char *place, rk_error *err)
{
	switch (rk_option_scheme(value, len)) {
		case 0:
			config->tls = false;
			return RK_OK;
		case 1:
			config->tls = true;
			return RK_OK;
		case 2:
			config->tls = false;
			config->kind = RK_ENDPOINT_UNIX;
			config->path_given = true;
			return RK_OK;
		default:
			return rk_error_set(err, RK_ERR_CONFIG, "The scheme%s must be redis or tcp, rediss or tls, or unix", place);
	}
}

/* A name, an address (IPv6 with or without brackets), or, as other clients take it, a path or scheme://name. */
static rk_status set_host(rk_config *config, const char *value, size_t len, const char *place, rk_error *err)
{
	for (size_t i = 0; i + 3 < len; i++) {
		if (memcmp(value + i, "://", 3) == 0) {
			rk_status status = set_scheme(config, value, i, place, err);

			return status == RK_OK ? set_host(config, value + i + 3, len - i - 3, place, err) : status;
		}
	}
	if (len > 0 && value[0] == '/') {
		return set_path(config, value, len, place, err);
	}
	if (len > 2 && value[0] == '[' && value[len - 1] == ']') {
		value++;
		len -= 2;
	}
	if (len == 0) {
		return rk_error_set(err, RK_ERR_CONFIG, "The host%s must not be empty: name one, as in redis://127.0.0.1:6379", place);
	}
	if (len > 253) {
		return rk_error_set(err, RK_ERR_CONFIG, "The host%s is longer than the 253 bytes a name can have", place);
	}
	if (memchr(value, ',', len)) {
		return rk_error_set(err, RK_ERR_CONFIG, "The host%s must be one server, not a list", place);
	}
	for (size_t i = 0; i < len; i++) {
		if ((unsigned char) value[i] <= ' ' || strchr("/?#@[]", value[i])) {
			return rk_error_set(err, RK_ERR_CONFIG,
				"The host%s has a character that no host name has; in a DSN write / ? # and @ of a password as %%2F %%3F %%23 and %%40",
				place);
		}
	}
	if (config->path_given) {
		return RK_OK;
	}
	config->kind = RK_ENDPOINT_TCP;
	return set_text(&config->host, value, len, false, err);
}

static rk_status set_tls_version(rk_config *config, const char *value, size_t len, const char *place, rk_error *err)
{
	if (len > 4 && rk_same_letters(value, "TLSv", 4)) {
		value += 4;
		len -= 4;
	}
	if (word_is(value, len, "1.2")) {
		config->tls_config.min_version = 12;
	} else if (word_is(value, len, "1.3")) {
		config->tls_config.min_version = 13;
	} else {
		return rk_error_set(err, RK_ERR_CONFIG, "The option \"tls_min_version\"%s must be 1.2 or 1.3", place);
	}
	return RK_OK;
}

static rk_status set_secret(rk_config *config, const char *value, size_t len, rk_error *err)
{
	rk_status status;

	if (config->codec.mac_key) { /* all of it: set_text() would stop at a NUL */
		rk_wipe(config->codec.mac_key, config->codec.mac_key_len);
	}
	status = set_text(&config->codec.mac_key, value, len, true, err); /* empty: none, whatever php.ini says */
	if (status == RK_OK) {
		config->codec.mac_key_len = len;
	}
	return status;
}

static rk_status set_seconds(int64_t *slot, const char *name, const char *value, size_t len, const char *place, rk_error *err)
{
	int64_t micros;

	if (!read_seconds(value, len, &micros)) {
		return rk_error_set(err, RK_ERR_CONFIG, "The option \"%s\"%s must be a number of seconds, such as 2.5", name, place);
	}
	*slot = micros > 0 ? micros : RK_DEFAULT_TIMEOUT_US;
	return RK_OK;
}

static rk_status set_number(rk_config *config, const option *row, const char *value, size_t len, const char *place, rk_error *err)
{
	void *slot = (char *) config + row->offset;
	int64_t number;

	switch (row->kind) {
		case KIND_PORT:
			if (!read_integer(value, len, 1, 65535, &number)) {
				return rk_error_set(err, RK_ERR_CONFIG, "The port%s must be 1 to 65535", place);
			}
			config->port = (uint16_t) number;
			return RK_OK;
		case KIND_BYTES:
			if (!read_bytes(value, len, slot)) {
				return rk_error_set(err, RK_ERR_CONFIG, "The option \"%s\"%s must be a number of bytes, such as 1024 or 64M",
					row->name, place);
			}
			return RK_OK;
		default:
			if (!read_integer(value, len, row->min, row->max, &number)) {
				if (row->offset == AT(database)) {
					return rk_error_set(err, RK_ERR_CONFIG, "The database%s must be a number from 0 up, as in redis://host/1", place);
				}
				return rk_error_set(err, RK_ERR_CONFIG, "The option \"%s\"%s must be a whole number from %d to %d", row->name,
					place, row->min, row->max);
			}
			*(int *) slot = (int) number;
			return RK_OK;
	}
}

static rk_status set_flag(rk_config *config, const option *row, const char *value, size_t len, const char *place, rk_error *err)
{
	void *slot = (char *) config + row->offset;
	bool flag;

	if (!read_bool(value, len, &flag)) {
		return rk_error_set(err, RK_ERR_CONFIG, "The option \"%s\"%s must be true or false (1, 0, on, off, yes, no)",
			row->name, place);
	}
	if (row->kind == KIND_TRISTATE) {
		*(int *) slot = flag;
	} else if (row->kind == KIND_BOOL) {
		*(bool *) slot = flag;
	} else if (flag) {
		return rk_error_set(err, RK_ERR_CONFIG,
			"The option \"%s\"%s is not offered: name the certificate that is to be trusted with tls_ca_file, or turn tls_verify_peer off",
			row->name, place);
	}
	return RK_OK;
}

static rk_status set_word(rk_config *config, const option *row, const char *value, size_t len, const char *place, rk_error *err)
{
	char *slot = (char *) config + row->offset;

	if (len >= sizeof(config->codec.serializer)) {
		return rk_error_set(err, RK_ERR_CONFIG, "Unknown %s%s: see docs/connections.md for those there are", row->name, place);
	}
	memcpy(slot, value, len);
	slot[len] = '\0';
	return RK_OK;
}

rk_status rk_option_set(rk_config *config, const char *name, size_t name_len, const char *value, size_t len, const char *place,
	rk_error *err)
{
	const option *row = find(name, name_len);

	if (!row) {
		return unknown_option(name, name_len, place, err);
	}
	if (len > 0 && row->kind != KIND_SECRET && row->kind != KIND_DICTIONARY && memchr(value, '\0', len)) {
		return rk_error_set(err, RK_ERR_CONFIG, "The option \"%s\"%s must not have a NUL byte in it", row->name, place);
	}
	switch (row->kind) {
		case KIND_TEXT:
		case KIND_LIST:
			break;
		case KIND_WORD:
			return set_word(config, row, value, len, place, err);
		case KIND_SECRET:
			return set_secret(config, value, len, err);
		case KIND_DICTIONARY:
			return rk_error_set(err, RK_ERR_CONFIG,
				"The option \"dictionary\"%s cannot be given as text: it is bytes, or a list of them, among the options of an array", place);
		case KIND_SECONDS:
			return set_seconds((int64_t *) ((char *) config + row->offset), row->name, value, len, place, err);
		case KIND_BOOL:
		case KIND_TRISTATE:
		case KIND_MUST_BE_OFF:
			return set_flag(config, row, value, len, place, err);
		case KIND_INTEGER:
		case KIND_BYTES:
		case KIND_PORT:
			return set_number(config, row, value, len, place, err);
		case KIND_HOST:
			return set_host(config, value, len, place, err);
		case KIND_PATH:
			config->path_given = true;
			return set_path(config, value, len, place, err);
		case KIND_SCHEME:
			return set_scheme(config, value, len, place, err);
		case KIND_TLS_VERSION:
			return set_tls_version(config, value, len, place, err);
		case KIND_DSN:
			if (place[0] != '\0') {
				return rk_error_set(err, RK_ERR_CONFIG, "A DSN must not hold another one: take the option \"%s\" out of it",
					row->name);
			}
			return len > 0 ? rk_config_parse_dsn(config, value, len, err) : RK_OK;
		case KIND_NO_MEANING:
			return RK_OK;
	}

	if (row->offset == AT(name)) {
		for (size_t i = 0; i < len; i++) {
			if ((unsigned char) value[i] <= ' ' || (unsigned char) value[i] >= 0x7f) {
				return rk_error_set(err, RK_ERR_CONFIG,
					"The connection name%s must be printable ASCII without spaces: Redis takes no other", place);
			}
		}
	}
	if (row->offset == AT(prefix)) {
		config->prefix_len = len;
	}
	return set_text((char **) ((char *) config + row->offset), value, len, row->kind == KIND_LIST, err);
}

rk_status rk_config_set(rk_config *config, const char *option, size_t option_len, const char *value, size_t value_len,
	rk_error *err)
{
	return rk_option_set(config, option, option_len, value, value_len, "", err);
}
