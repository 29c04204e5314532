/* rk_config.c: the rk_config record: defaults, copies, comparison, and its description without secrets.
 *
 * Every pointer in it is malloc'ed text. TEXTS lists them once, so that destroying, copying and comparing can't forget
 * one; what tells connections apart is marked there. */
#include "rk_config.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A text field of rk_config. */
typedef struct {
	size_t offset;
	bool identity; /* part of what makes one connection differ from another */
	bool secret;   /* wiped before it is freed */
} text_field;

#define FIELD(name, identity, secret) \
	{ \
		offsetof(rk_config, name), identity, secret \
	}

static const text_field texts[] = {
	FIELD(host, true, false),
	FIELD(user, true, false),
	FIELD(password, true, true),
	FIELD(name, true, false),
	FIELD(tls_config.ca_file, true, false),
	FIELD(tls_config.ca_path, true, false),
	FIELD(tls_config.cert_file, true, false),
	FIELD(tls_config.key_file, true, false),
	FIELD(tls_config.key_passphrase, true, true),
	FIELD(tls_config.peer_name, true, false),
	FIELD(tls_config.ciphers, true, false),
	FIELD(prefix, false, false),
	FIELD(codec.allowed_classes, false, false),
};

#define TEXTS (sizeof(texts) / sizeof(texts[0]))

static char **text_slot(rk_config *config, const text_field *field)
{
	return (char **) ((char *) config + field->offset);
}

static const char *text_of(const rk_config *config, const text_field *field)
{
	return *(char *const *) ((const char *) config + field->offset);
}

bool rk_config_init(rk_config *config)
{
	memset(config, 0, sizeof(*config));
	config->kind = RK_ENDPOINT_TCP;
	config->host = strdup("127.0.0.1");
	config->port = 6379;
	config->tls_config.verify_peer = true;
	config->tls_config.verify_peer_name = true;
	config->tls_config.min_version = 12;
	config->timeout_us = RK_DEFAULT_TIMEOUT_US;
	config->read_timeout_us = RK_DEFAULT_TIMEOUT_US;
	config->max_retries = 1;
	config->persistent = true;
	config->codec.level = INT_MIN;
	config->codec.threshold = -1;
	config->codec.max_value_size = -1;
	config->codec.compat = -1;
	return config->host != NULL;
}

void rk_config_destroy(rk_config *config)
{
	for (size_t i = 0; i < TEXTS; i++) {
		char **slot = text_slot(config, &texts[i]);

		if (*slot && texts[i].secret) {
			rk_wipe(*slot, strlen(*slot));
		}
		free(*slot);
		*slot = NULL;
	}
	if (config->codec.mac_key) {
		rk_wipe(config->codec.mac_key, config->codec.mac_key_len);
		free(config->codec.mac_key);
		config->codec.mac_key = NULL;
		config->codec.mac_key_len = 0;
	}
	rk_dictionaries_release(config->codec.dictionaries);
	config->codec.dictionaries = NULL;
}

bool rk_config_copy(rk_config *to, const rk_config *from)
{
	bool complete = true;

	*to = *from;
	for (size_t i = 0; i < TEXTS; i++) {
		const char *text = text_of(from, &texts[i]);
		char **slot = text_slot(to, &texts[i]);

		*slot = text ? strdup(text) : NULL;
		complete = complete && (*slot != NULL) == (text != NULL);
	}
	rk_dictionaries_share(to->codec.dictionaries);
	to->codec.mac_key = NULL;
	if (from->codec.mac_key) {
		to->codec.mac_key = malloc(from->codec.mac_key_len + 1);
		if (to->codec.mac_key) {
			memcpy(to->codec.mac_key, from->codec.mac_key, from->codec.mac_key_len);
			to->codec.mac_key[from->codec.mac_key_len] = '\0';
		} else {
			to->codec.mac_key_len = 0;
			complete = false;
		}
	}
	if (!complete) {
		rk_config_destroy(to);
	}
	return complete;
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

bool rk_config_same_connection(const rk_config *a, const rk_config *b)
{
	bool same = a->kind == b->kind && a->port == b->port && a->database == b->database && a->tls == b->tls &&
		a->tls_config.verify_peer == b->tls_config.verify_peer &&
		a->tls_config.verify_peer_name == b->tls_config.verify_peer_name &&
		a->tls_config.min_version == b->tls_config.min_version;

	for (size_t i = 0; same && i < TEXTS; i++) {
		same = !texts[i].identity || same_text(text_of(a, &texts[i]), text_of(b, &texts[i]));
	}
	return same;
}

void rk_config_describe(const rk_config *config, char *out, size_t size)
{
	const char *host = config->host ? config->host : "";

	if (config->kind == RK_ENDPOINT_UNIX) {
		snprintf(out, size, "unix://%s?db=%d", host, config->database);
	} else {
		bool brackets = strchr(host, ':') != NULL;

		snprintf(out, size, "%s://%s%s%s:%u/%d", config->tls ? "rediss" : "redis", brackets ? "[" : "", host,
			brackets ? "]" : "", (unsigned) config->port, config->database);
	}
}
