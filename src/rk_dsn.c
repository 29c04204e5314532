/* rk_dsn.c: reads a DSN into an rk_config.
 *
 *   [scheme://][user[:password]@]host[:port][/database][?option=value[&option=value…]]
 *   unix://[user[:password]@]/path[?option=value…]        also /path alone
 *
 * Every part is percent-decoded. The last @ before the first / ends the credentials, so that a password may hold an @.
 * Errors name the part that is wrong and never quote it. */
#include "rk_option.h"

#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>

#define IN_DSN " in the DSN"

/* A piece of the DSN's text; start NULL: not there. */
typedef struct {
	const char *start;
	size_t len;
} piece;

static piece piece_between(const char *start, const char *end)
{
	return (piece){ start, (size_t) (end - start) };
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9') {
		return c - '0';
	}
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Writes the decoded text to `out` (room for text.len bytes). */
static rk_status decode(piece text, const char *part, char *out, size_t *len, rk_error *err)
{
	size_t n = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (text.start[i] == '%') {
			int high = i + 2 < text.len ? hex_digit(text.start[i + 1]) : -1;
			int low = i + 2 < text.len ? hex_digit(text.start[i + 2]) : -1;

			if (high < 0 || low < 0) {
				return rk_error_set(err, RK_ERR_CONFIG,
					"The %s" IN_DSN " has a %% that is not followed by two hex digits: write %%25 for a percent sign", part);
			}
			out[n++] = (char) (high << 4 | low);
			i += 2;
		} else {
			out[n++] = text.start[i];
		}
	}
	*len = n;
	return RK_OK;
}

/* Decodes a part and sets it as the option of that name. */
static rk_status set_part(rk_config *config, const char *option, size_t option_len, const char *part, piece text, rk_error *err)
{
	char *decoded = malloc(text.len + 1); /* text is in memory, so this is not 0: NOLINT(clang-analyzer-optin.portability.UnixAPI) */
	size_t len = 0;
	rk_status status;

	if (!decoded) {
		return rk_error_set(err, RK_ERR_CONFIG, "Not enough memory for the DSN");
	}
	status = decode(text, part, decoded, &len, err);
	if (status == RK_OK) {
		status = rk_option_set(config, option, option_len, decoded, len, IN_DSN, err);
	}
	rk_wipe(decoded, text.len);
	free(decoded);
	return status;
}

static rk_status read_credentials(rk_config *config, piece text, rk_error *err)
{
	const char *end = text.start + text.len;
	const char *colon = text.len ? memchr(text.start, ':', text.len) : NULL;
	rk_status status = set_part(config, "user", 4, "user", piece_between(text.start, colon ? colon : end), err);

	if (status == RK_OK) {
		status = set_part(config, "password", 8, "password", piece_between(colon ? colon + 1 : end, end), err);
	}
	return status;
}

/* A host that holds colons and no brackets is an IPv6 address if it reads as one. */
static bool is_bare_ipv6(piece text)
{
	char address[INET6_ADDRSTRLEN + 1];
	struct in6_addr in6;

	if (text.len >= sizeof(address)) {
		return false;
	}
	memcpy(address, text.start, text.len);
	address[text.len] = '\0';
	return inet_pton(AF_INET6, address, &in6) == 1;
}

static rk_status read_host_and_port(rk_config *config, piece text, rk_error *err)
{
	const char *end = text.start + text.len;
	const char *host_end = end;
	rk_status status;

	if (text.len > 0 && text.start[0] == '[') {
		const char *bracket = memchr(text.start, ']', text.len);

		if (!bracket || (bracket + 1 < end && bracket[1] != ':')) {
			return rk_error_set(err, RK_ERR_CONFIG, "The IPv6 address" IN_DSN " must stand in brackets, as in redis://[::1]:6379");
		}
		host_end = bracket + 1;
	} else if (!is_bare_ipv6(text)) {
		const char *colon = text.len ? memchr(text.start, ':', text.len) : NULL;

		host_end = colon ? colon : end;
	}

	config->kind = RK_ENDPOINT_TCP;
	config->path_given = false;
	if (host_end < end) {
		piece port = piece_between(host_end + 1, end);

		status = set_part(config, "port", 4, "port", port, err);
		if (status != RK_OK) {
			return status;
		}
	}
	return set_part(config, "host", 4, "host", piece_between(text.start, host_end), err);
}

static rk_status read_query(rk_config *config, piece text, rk_error *err)
{
	const char *at = text.start, *end = text.start + text.len;

	while (at < end) {
		const char *next = memchr(at, '&', (size_t) (end - at));
		piece pair = piece_between(at, next ? next : end);
		const char *equals = pair.len ? memchr(pair.start, '=', pair.len) : NULL;

		at = pair.start + pair.len + 1;
		if (pair.len == 0) {
			continue;
		}

		size_t name_len = equals ? (size_t) (equals - pair.start) : pair.len;
		/* An option alone, as in ?persistent, is one that is on. */
		piece value = equals ? piece_between(equals + 1, pair.start + pair.len) : (piece){ "1", 1 };
		rk_status status = set_part(config, pair.start, name_len, "value of an option", value, err);

		if (status != RK_OK) {
			return status;
		}
	}
	return RK_OK;
}

/* What follows the credentials of a TCP DSN: host[:port][/database]. */
static rk_status read_tcp(rk_config *config, piece authority, piece path, rk_error *err)
{
	rk_status status = read_host_and_port(config, authority, err);

	if (status == RK_OK && path.len > 1) {
		status = set_part(config, "database", 8, "database", (piece){ path.start + 1, path.len - 1 }, err);
	}
	return status;
}

static rk_status read_unix(rk_config *config, piece authority, piece path, rk_error *err)
{
	if (authority.len > 0 || path.len == 0) {
		return rk_error_set(err, RK_ERR_CONFIG,
			"The path of the unix socket" IN_DSN " must begin with a slash, as in unix:///run/redis/redis.sock");
	}
	config->path_given = false;
	return set_part(config, "host", 4, "path", path, err);
}

/* Reads what stands before the credentials. *rest: what follows it. */
static rk_status read_scheme(rk_config *config, piece dsn, const char **rest, bool *is_unix, rk_error *err)
{
	const char *end = dsn.start + dsn.len;

	*rest = dsn.start;
	*is_unix = dsn.start[0] == '/';
	for (const char *mark = dsn.start; mark + 2 < end && !strchr("/@?", *mark); mark++) {
		if (memcmp(mark, "://", 3) == 0) {
			int scheme = rk_option_scheme(dsn.start, (size_t) (mark - dsn.start));

			if (scheme < 0) {
				return rk_error_set(err, RK_ERR_CONFIG, "The scheme of the DSN must be redis, rediss (with TLS), tcp, tls or unix");
			}
			config->tls = scheme == 1;
			*is_unix = scheme == 2;
			*rest = mark + 3;
			return RK_OK;
		}
	}
	if (dsn.len > 5 && memcmp(dsn.start, "unix:/", 6) == 0) {
		*is_unix = true;
		*rest = dsn.start + 5;
	}
	if (*is_unix) {
		config->tls = false;
	}
	return RK_OK;
}

/* Reads what stands between scheme and query: [credentials@]endpoint. */
static rk_status read_endpoint(rk_config *config, piece text, bool is_unix, rk_error *err)
{
	const char *end = text.start + text.len;
	const char *slash = text.len ? memchr(text.start, '/', text.len) : NULL;
	const char *authority_end = slash ? slash : end;
	const char *host = text.start;
	rk_status status = RK_OK;

	for (const char *mark = text.start; mark < authority_end; mark++) {
		if (*mark == '@') {
			host = mark + 1;
		}
	}
	if (host > text.start) {
		status = read_credentials(config, piece_between(text.start, host - 1), err);
	}
	if (status == RK_OK) {
		piece authority = piece_between(host, authority_end), path = piece_between(authority_end, end);

		status = is_unix ? read_unix(config, authority, path, err) : read_tcp(config, authority, path, err);
	}
	return status;
}

rk_status rk_config_parse_dsn(rk_config *config, const char *dsn, size_t len, rk_error *err)
{
	const char *rest, *end = dsn + len, *query;
	bool is_unix;
	rk_status status;

	if (len == 0) {
		return rk_error_set(err, RK_ERR_CONFIG, "The DSN is empty: write one, as in redis://127.0.0.1:6379");
	}
	if (memchr(dsn, '\0', len)) {
		return rk_error_set(err, RK_ERR_CONFIG, "The DSN must not have a NUL byte in it");
	}
	status = read_scheme(config, (piece){ dsn, len }, &rest, &is_unix, err);
	if (status != RK_OK) {
		return status;
	}

	query = memchr(rest, '?', (size_t) (end - rest));
	status = read_endpoint(config, piece_between(rest, query ? query : end), is_unix, err);
	if (status == RK_OK) {
		return query ? read_query(config, piece_between(query + 1, end), err) : RK_OK;
	}
	/* The commonest cause: a password was not encoded, so that its / or ? ended the part it stands in. */
	const char *at = memchr(rest, '@', (size_t) (end - rest));
	const char *stop = memchr(rest, '/', (size_t) (end - rest));

	if (at && ((stop && at > stop) || (query && at > query)) && !is_unix) {
		return rk_error_set(err, RK_ERR_CONFIG,
			"The DSN has an @ where none can be: if the password has one of / ? # @ %%, write it as %%2F %%3F %%23 %%40 %%25");
	}
	return status;
}
