/* rk_common.c: errors, clock, randomness, and the generation count that tells a forked child from its parent. */
#include "rk_common.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#ifdef __APPLE__
#include <sys/random.h>
#endif

uint32_t rk_fork_generation;

static void child_after_fork(void)
{
	rk_fork_generation++;
}

static void register_fork_handler(void)
{
	pthread_atfork(NULL, NULL, child_after_fork);
}

void rk_common_startup(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	pthread_once(&once, register_fork_handler);
}

void rk_wipe(void *secret, size_t size)
{
	volatile unsigned char *at = secret;

	while (size-- > 0) {
		*at++ = 0;
	}
}

#undef rk_error_set /* what analyzers get instead */
rk_status rk_error_set(rk_error *err, rk_status status, const char *format, ...)
{
	va_list args;

	err->status = status;
	err->prefix[0] = '\0';
	err->command[0] = '\0';
	va_start(args, format);
	vsnprintf(err->message, sizeof(err->message), format, args);
	va_end(args);
	return status;
}

/* Length of the leading word if it is a prefix as servers write them: capital letters up to a space or the end. */
static size_t prefix_length(const char *line, size_t len)
{
	size_t n = 0;

	while (n < len && line[n] >= 'A' && line[n] <= 'Z') {
		n++;
	}
	return n > 0 && (n == len || line[n] == ' ') ? n : 0;
}

/* Length of the line without the arguments that a server repeats after an unknown command: they may be secrets. */
static size_t length_without_arguments(const char *line, size_t len)
{
	static const char marker[] = ", with args beginning with:";
	const size_t marker_len = sizeof(marker) - 1;

	for (size_t at = 0; at + marker_len <= len; at++) {
		if (memcmp(line + at, marker, marker_len) == 0) {
			return at;
		}
	}
	return len;
}

rk_status rk_error_from_server(rk_error *err, const char *line, size_t len)
{
	size_t prefix = prefix_length(line, len);

	err->command[0] = '\0';
	if (prefix == 0 || prefix >= sizeof(err->prefix)) {
		memcpy(err->prefix, "ERR", sizeof("ERR"));
	} else {
		memcpy(err->prefix, line, prefix);
		err->prefix[prefix] = '\0';
	}

	len = length_without_arguments(line, len);
	if (len >= sizeof(err->message)) {
		len = sizeof(err->message) - 1;
	}
	for (size_t i = 0; i < len; i++) {
		unsigned char byte = (unsigned char) line[i];

		err->message[i] = byte < 0x20 || byte == 0x7f ? '?' : (char) byte;
	}
	err->message[len] = '\0';

	if (strcmp(err->prefix, "NOAUTH") == 0) {
		static const char advice[] = " Set a password (and a username for an ACL user).";

		if (len + sizeof(advice) <= sizeof(err->message)) {
			memcpy(err->message + len, advice, sizeof(advice));
		}
	}
	err->status = strcmp(err->prefix, "NOAUTH") == 0 || strcmp(err->prefix, "WRONGPASS") == 0 ? RK_ERR_AUTH : RK_ERR_COMMAND;
	return err->status;
}

/* What to do about an error of the server's, for those whose text does not say it. `words`: only when the text has them. */
static const struct {
	const char *prefix, *words, *advice;
} advices[] = {
	{ "WRONGTYPE", NULL, "TYPE says what the key holds" },
	{ "READONLY", NULL, "this server is a replica: connect to its primary to write" },
	{ "OOM", NULL, "the server has reached its maxmemory: raise it, delete keys, or choose a maxmemory-policy that evicts" },
	{ "NOPERM", NULL, "grant it with ACL SETUSER, or connect as another user" },
	{ "LOADING", NULL, "the server has just started: try again in a while" },
	{ "TRYAGAIN", NULL, "try again in a while" },
	{ "CROSSSLOT", NULL, "give these keys the same {tag} in their names" },
	{ "MOVED", NULL, "this server is a node of a cluster: connect to one that stands alone" },
	{ "NOGROUP", NULL, "make the group with xGroup('CREATE', …)" },
	{ "ERR", "unknown command 'KEYS'", "its configuration has disabled or renamed it: use scanKeys()" },
	{ "ERR", "unknown command", "the server is too old for it, or its configuration has disabled or renamed it: command() takes a new name" },
	{ "ERR", "unknown subcommand", "the server may be too old for it" },
	{ "ERR", "ACL failure in script", "the user needs the commands that the script runs: grant them with ACL SETUSER" },
	{ "ERR", "can't run this command", "the user needs the commands that the script runs: grant them with ACL SETUSER" },
};

const char *rk_error_advice(const rk_error *err)
{
	size_t prefix = strlen(err->prefix);

	/* A message that begins otherwise was worded by us, and says it. */
	if (err->status != RK_ERR_COMMAND || prefix == 0 || strncmp(err->message, err->prefix, prefix) != 0) {
		return NULL;
	}
	if (strstr(err->message, "not an integer or out of range") && (strstr(err->command, "INCR") || strstr(err->command, "DECR"))) {
		return "counting needs a plain integer: with a serializer only an int is stored as one, with a mac_key nothing is";
	}
	for (size_t i = 0; i < sizeof(advices) / sizeof(advices[0]); i++) {
		if (strcmp(advices[i].prefix, err->prefix) == 0 && (!advices[i].words || strstr(err->message, advices[i].words))) {
			return advices[i].advice;
		}
	}
	return NULL;
}

bool rk_error_is_outage(const rk_error *err)
{
	switch (err->status) {
		case RK_ERR_CONNECTION:
		case RK_ERR_TIMEOUT:
		case RK_ERR_TLS:
		case RK_ERR_POOL:
		case RK_ERR_HELD_BACK:
		case RK_ERR_OUTCOME_UNKNOWN:
			return true;
		default:
			return false;
	}
}

bool rk_error_is_unavailable(const rk_error *err)
{
	static const char *const prefixes[] = { "LOADING", "MASTERDOWN", "CLUSTERDOWN", "READONLY", "BUSY", "OOM", "MISCONF", "NOREPLICAS", "TRYAGAIN" };

	for (size_t i = 0; err->status == RK_ERR_COMMAND && i < sizeof(prefixes) / sizeof(prefixes[0]); i++) {
		if (strcmp(err->prefix, prefixes[i]) == 0) {
			return true;
		}
	}
	return rk_error_is_outage(err);
}

int64_t rk_now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t) now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t rk_unix_time(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t) now.tv_sec;
}

bool rk_random_bytes(void *bytes, size_t size)
{
	const size_t most = 256; /* at once: getentropy() fails for more */
	size_t done, piece;

	for (done = 0; done < size; done += piece) {
		piece = size - done < most ? size - done : most;
		if (getentropy((char *) bytes + done, piece) != 0) {
			return false;
		}
	}
	return true;
}

void rk_hex(char *out, const unsigned char *bytes, size_t size)
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < size; i++) {
		*out++ = digits[bytes[i] >> 4];
		*out++ = digits[bytes[i] & 15];
	}
	*out = '\0';
}

static char lower(char letter)
{
	return letter >= 'A' && letter <= 'Z' ? (char) (letter - 'A' + 'a') : letter;
}

bool rk_same_letters(const char *a, const char *b, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (lower(a[i]) != lower(b[i])) {
			return false;
		}
	}
	return true;
}

bool rk_same_word(const char *a, const char *b)
{
	size_t len = strlen(a);

	return strlen(b) == len && rk_same_letters(a, b, len);
}
