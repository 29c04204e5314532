/* rk_config.h: where the server is, who we are there, and how values travel: a DSN or an option list -> rk_config.
 *
 * All memory is malloc'ed, so that a pool entry can outlive the request that made it. Options arrive as text, from a
 * DSN's query string as well as from a PHP array, and go through the one rk_config_set(). */
#ifndef RK_CONFIG_H
#define RK_CONFIG_H

#include "rk_dictionary.h"

typedef enum { RK_ENDPOINT_TCP,
	RK_ENDPOINT_UNIX } rk_endpoint_kind;

typedef struct {
	char *ca_file;        /* PEM bundle; NULL: the system's */
	char *ca_path;        /* hashed directory; NULL: the system's */
	char *cert_file;      /* client certificate chain, PEM */
	char *key_file;       /* its key; NULL: in cert_file */
	char *key_passphrase; /* secret */
	char *peer_name;      /* name to verify and to send as SNI; NULL: the host */
	char *ciphers;        /* OpenSSL list for TLS <= 1.2; NULL: OpenSSL's default */
	bool verify_peer;
	bool verify_peer_name;
	int min_version; /* 12 or 13 */
} rk_tls_config;

/* How values are encoded. Empty or negative means "not set here": the class decides (Client: none, Cache: the INI). */
typedef struct {
	char serializer[16];  /* auto, php, igbinary, json, none */
	char compression[16]; /* none, zstd, lz4 */
	int level;            /* INT_MIN: not set */
	int64_t threshold;    /* bytes; -1: not set */
	int64_t max_value_size;
	int compat;            /* -1 not set, 0, 1 */
	char *allowed_classes; /* comma separated class names, "" none, "*" all; NULL: not set */
	char *mac_key;         /* secret, "" none; NULL: not set */
	size_t mac_key_len;
	rk_dictionaries *dictionaries;   /* counted; NULL: none */
	bool dictionaries_are_read_only; /* else the first is the one to compress with */
} rk_codec_config;

typedef struct {
	/* What tells one pool entry from another: endpoint, TLS, credentials, database, name. */
	rk_endpoint_kind kind;
	bool path_given; /* by the option path: an option host does not change it, as frameworks always pass both */
	char *host;      /* host name or address (IPv6 without brackets), or the path of a unix socket */
	uint16_t port;
	char *user;     /* NULL: the default user */
	char *password; /* secret; NULL: none */
	int database;
	char *name; /* CLIENT SETNAME; NULL: none */
	bool tls;
	rk_tls_config tls_config;

	/* What a user of that entry decides for itself. */
	char *prefix; /* NULL: none */
	size_t prefix_len;
	int64_t timeout_us;      /* to connect, handshakes included */
	int64_t read_timeout_us; /* for one command */
	int max_retries;         /* fresh attempts after the first, where a command may be repeated; default 1 */
	bool persistent;
	bool nil_as_false;
	bool fail_fast; /* no option: what Cache's on_error asks for; see rk_pool_terms */
	rk_codec_config codec;
} rk_config;

#define RK_DEFAULT_TIMEOUT_US 2500000

/* redis://127.0.0.1:6379/0, timeouts 2.5 s, persistent, one retry, codec unset. False when memory is short: then there is no host. */
bool rk_config_init(rk_config *config);

/* Frees what the config owns (secrets are wiped first), not the struct. */
void rk_config_destroy(rk_config *config);

/* Reads a DSN over the config's present values: redis://, rediss://, tcp://, tls://, unix:///path?db=1, or host[:port] alone.
 * Percent-decoding everywhere; query parameters are options. The error names the part that is wrong and never quotes a password. */
rk_status rk_config_parse_dsn(rk_config *config, const char *dsn, size_t len, rk_error *err);

/* Sets one option from text: host, port, path/socket, scheme, user/username, password/pass, db/database, name/client_name,
 * prefix, timeout, read_timeout (seconds, fractions allowed; 0 and -1 mean the default), persistent, retries/max_retries,
 * serializer, compression, compression_level, compression_threshold, max_value_size, allowed_classes, compat, mac_key,
 * nil_as_false, tls_* or the names of PHP's ssl stream context (cafile, capath, local_cert, local_pk, passphrase, peer_name,
 * ciphers, verify_peer, verify_peer_name), url/dsn. Where texts are empty: a user, password, name, prefix or file then means
 * none, a url is not looked at. An unknown option is an error that names the nearest known one, if one is near. */
rk_status rk_config_set(rk_config *config, const char *option, size_t option_len, const char *value, size_t value_len,
	rk_error *err);

/* Same endpoint, TLS, credentials, database and name? Compares secrets too. */
bool rk_config_same_connection(const rk_config *a, const rk_config *b);

/* Deep copy; false when memory is short (then *to is empty). */
bool rk_config_copy(rk_config *to, const rk_config *from);

/* "redis://127.0.0.1:6379/0" for messages and dumps: no user, no password. Never longer than RK_CONFIG_DESCRIPTION, NUL included. */
#define RK_CONFIG_DESCRIPTION 288
void rk_config_describe(const rk_config *config, char *out, size_t size);

#endif
