/* rk_tls.c: TLS records over a socket.
 *
 * OpenSSL's socket BIO uses write(), which raises SIGPIPE, and two read()s a record. Ours sends with MSG_NOSIGNAL and
 * receives into a buffer of a record and more, so that an answer is one recv(). What is in that buffer poll() can't see:
 * rk_tls_has_bytes() is asked before.
 *
 * The certificates of the system (about 25 ms of parsing) are read once a process and shared by all connections that name no CA. */
#include "rk_tls.h"

#include "rk_socket.h"

#include <errno.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct rk_tls {
	SSL *ssl;
	BIO_METHOD *method;
	const rk_config *config; /* borrowed, for messages */
	int fd;
	int error;        /* errno of the last system call that failed; 0: none, or the peer closed */
	bool may_wait;    /* the next recv() may block for SO_RCVTIMEO */
	bool time_passed; /* it did, in vain */
	size_t at, have;  /* buffer[at … have): received, not yet taken by OpenSSL */
	char buffer[16384 + 512];
};

static int bio_write(BIO *bio, const char *data, int len)
{
	rk_tls *tls = BIO_get_data(bio);
	ssize_t n = send(tls->fd, data, (size_t) len, MSG_DONTWAIT | MSG_NOSIGNAL);

	BIO_clear_retry_flags(bio);
	if (n < 0) {
		tls->error = errno;
		if (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR || errno == ENOBUFS) {
			BIO_set_retry_write(bio);
		}
	}
	return (int) n;
}

static int bio_read(BIO *bio, char *out, int size)
{
	rk_tls *tls = BIO_get_data(bio);
	size_t n;

	BIO_clear_retry_flags(bio);
	if (tls->at == tls->have) {
		bool wait = tls->may_wait;
		ssize_t got = recv(tls->fd, tls->buffer, sizeof(tls->buffer), wait ? 0 : MSG_DONTWAIT);

		tls->may_wait = false;
		if (got <= 0) {
			tls->error = got < 0 ? errno : 0;
			if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR)) {
				tls->time_passed = wait && errno != EINTR;
				BIO_set_retry_read(bio);
			}
			return (int) got;
		}
		tls->at = 0;
		tls->have = (size_t) got;
	}

	n = tls->have - tls->at;
	n = n < (size_t) size ? n : (size_t) size;
	memcpy(out, tls->buffer + tls->at, n);
	tls->at += n;
	return (int) n;
}

static long bio_ctrl(BIO *bio, int command, long number, void *pointer)
{
	(void) bio;
	(void) number;
	(void) pointer;
	return command == BIO_CTRL_FLUSH ? 1 : 0;
}

static bool attach_bio(rk_tls *tls)
{
	BIO *bio;

	tls->method = BIO_meth_new(BIO_TYPE_SOURCE_SINK, "rediskit");
	if (!tls->method || !BIO_meth_set_write(tls->method, bio_write) || !BIO_meth_set_read(tls->method, bio_read) ||
		!BIO_meth_set_ctrl(tls->method, bio_ctrl) || !(bio = BIO_new(tls->method))) {
		return false; /* GCOV_EXCL_LINE: one of thousands of allocations, of which tests/memory/allocation_tls takes every 151st */
	}
	BIO_set_data(bio, tls);
	BIO_set_init(bio, 1);
	SSL_set_bio(tls->ssl, bio, bio);
	return true;
}

RK_COLD static rk_status certificate_error(const rk_tls *tls, long verdict, rk_error *err)
{
	const rk_config *config = tls->config;
	char server[RK_SOCKET_NAME_SIZE];

	rk_socket_name(config, server);
	switch (verdict) {
		case X509_V_ERR_HOSTNAME_MISMATCH:
		case X509_V_ERR_IP_ADDRESS_MISMATCH:
			return rk_error_set(err, RK_ERR_TLS,
				"The certificate of %s is not for the name \"%s\": connect by the name it was made for, or give that as tls_peer_name", server,
				config->tls_config.peer_name ? config->tls_config.peer_name : config->host);
		case X509_V_ERR_CERT_HAS_EXPIRED:
			return rk_error_set(err, RK_ERR_TLS, "The certificate of %s, or one it rests on, has expired: renew it on the server", server);
		case X509_V_ERR_CERT_NOT_YET_VALID:
			return rk_error_set(err, RK_ERR_TLS, "The certificate of %s, or one it rests on, is not valid yet: are the clocks right?", server);
		default:
			return rk_error_set(err, RK_ERR_TLS,
				"The certificate of %s is not trusted (%s): give the CA that signed it as tls_ca_file, or check that this is your server", server,
				X509_verify_cert_error_string(verdict));
	}
}

/* Words for OpenSSL's reasons that a user can do something about; NULL: OpenSSL's own will have to do. */
static const char *advice(int reason)
{
	switch (reason) {
		case SSL_R_WRONG_VERSION_NUMBER:
		case SSL_R_HTTP_REQUEST:
		case SSL_R_PACKET_LENGTH_TOO_LONG:
			return "it does not speak TLS: is this the tls-port? Without TLS the scheme is redis://";
		case SSL_R_TLSV13_ALERT_CERTIFICATE_REQUIRED:
			return "it wants a client certificate: give one as tls_cert_file and tls_key_file";
		case SSL_R_TLSV1_ALERT_UNKNOWN_CA:
		case SSL_R_SSLV3_ALERT_BAD_CERTIFICATE:
		case SSL_R_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE:
		case SSL_R_SSLV3_ALERT_CERTIFICATE_UNKNOWN:
		case SSL_R_SSLV3_ALERT_CERTIFICATE_REVOKED:
			return "it does not accept our client certificate: the CA that signed tls_cert_file must be in the server's tls-ca-cert-file";
		case SSL_R_SSLV3_ALERT_CERTIFICATE_EXPIRED:
			return "our client certificate has expired: renew tls_cert_file";
		case SSL_R_SSLV3_ALERT_HANDSHAKE_FAILURE:
			return "it refused: it may want a client certificate (tls_cert_file, tls_key_file), or share none of our ciphers (tls_ciphers)";
		case SSL_R_TLSV1_ALERT_PROTOCOL_VERSION:
		case SSL_R_UNSUPPORTED_PROTOCOL:
			return "it shares no version of TLS with us: tls_min_version sets the oldest we take, tls-protocols what it offers";
		default:
			return NULL;
	}
}

RK_COLD static rk_status no_memory(rk_error *err)
{
	ERR_clear_error();
	return rk_error_set(err, RK_ERR_TLS, "Not enough memory for TLS");
}

/* Does OpenSSL's queue say so anywhere? What failed for it may be called something else by what failed after that. Empties it. */
RK_COLD static bool memory_was_short(void)
{
	unsigned long code;
	bool found = false;

	while ((code = ERR_get_error()) != 0) {
		found |= ERR_GET_REASON(code) == ERR_R_MALLOC_FAILURE;
	}
	return found;
}

/* From OpenSSL's queue, which is empty afterwards. */
RK_COLD static rk_status protocol_error(const rk_tls *tls, const char *when, rk_error *err)
{
	long verdict = SSL_get_verify_result(tls->ssl);
	unsigned long code = ERR_peek_error();
	int reason = ERR_GET_REASON(code);
	const char *words = advice(reason);
	char server[RK_SOCKET_NAME_SIZE];

	if (memory_was_short() || verdict == X509_V_ERR_OUT_OF_MEM) {
		return no_memory(err);
	}
	if (reason == SSL_R_CERTIFICATE_VERIFY_FAILED && verdict != X509_V_OK) {
		return certificate_error(tls, verdict, err);
	}
	if (!words) {
		words = ERR_reason_error_string(code);
	}
	return rk_error_set(err, RK_ERR_TLS, "TLS %s %s failed: %s", when, rk_socket_name(tls->config, server),
		words ? words : "the data make no sense");
}

/* What a call that did not succeed means. */
static rk_status verdict_of(rk_tls *tls, int result, const char *when, rk_error *err)
{
	switch (SSL_get_error(tls->ssl, result)) {
		case SSL_ERROR_WANT_READ:
		case SSL_ERROR_WANT_WRITE:
			return RK_AGAIN;
		case SSL_ERROR_ZERO_RETURN:
			errno = 0;
			return RK_ERR_CONNECTION;
		case SSL_ERROR_SYSCALL:
			ERR_clear_error();
			errno = tls->error;
			return RK_ERR_CONNECTION;
		default:
			return protocol_error(tls, when, err);
	}
}

/* A setting OpenSSL did not take; `value` may be the name of a file. */
RK_COLD static rk_status setting_error(const char *option, const char *value, rk_error *err)
{
	const char *reason = ERR_reason_error_string(ERR_peek_last_error());

	if (memory_was_short()) {
		return no_memory(err);
	}
	if (value[0] == '/' && access(value, R_OK) != 0) {
		reason = strerror(errno);
	}
	return rk_error_set(err, RK_ERR_TLS, "Cannot use %s \"%s\": %s", option, value, reason ? reason : "OpenSSL does not say why");
}

static pthread_mutex_t system_store_lock = PTHREAD_MUTEX_INITIALIZER;
static X509_STORE *system_store;

/* The system's certificates, with a reference for the caller; NULL when memory is short. */
static X509_STORE *share_system_store(void)
{
	X509_STORE *store;

	pthread_mutex_lock(&system_store_lock);
	if (!system_store) {
		system_store = X509_STORE_new();
		if (system_store) {
			X509_STORE_set_default_paths(system_store);
		}
	}
	store = system_store;
	if (store) {
		X509_STORE_up_ref(store);
	}
	pthread_mutex_unlock(&system_store_lock);
	return store;
}

const char *rk_tls_version(void)
{
	return OpenSSL_version(OPENSSL_VERSION);
}

void rk_tls_shutdown(void)
{
	pthread_mutex_lock(&system_store_lock);
	X509_STORE_free(system_store);
	system_store = NULL;
	pthread_mutex_unlock(&system_store_lock);
}

/* Instead of OpenSSL's own, which would ask on the terminal. */
static int give_passphrase(char *out, int size, int for_writing, void *config)
{
	const char *passphrase = ((const rk_tls_config *) config)->key_passphrase;
	size_t len = passphrase ? strlen(passphrase) : 0;

	(void) for_writing;
	if (len == 0 || len > (size_t) size) {
		return -1;
	}
	memcpy(out, passphrase, len); /* with its length, so without a NUL: NOLINT(bugprone-not-null-terminated-result) */
	return (int) len;
}

static rk_status load_authorities(SSL_CTX *context, const rk_tls_config *config, rk_error *err)
{
	if (config->ca_file || config->ca_path) {
		if (!SSL_CTX_load_verify_locations(context, config->ca_file, config->ca_path)) {
			return setting_error(config->ca_file ? "tls_ca_file" : "tls_ca_path", config->ca_file ? config->ca_file : config->ca_path, err);
		}
	} else {
		X509_STORE *store = share_system_store();

		if (!store) {
			return no_memory(err); /* GCOV_EXCL_LINE: it is made once in a process, of which tests/memory fails other allocations */
		}
		SSL_CTX_set_cert_store(context, store);
	}
	return RK_OK;
}

static rk_status load_client_certificate(SSL_CTX *context, const rk_tls_config *config, rk_error *err)
{
	const char *key_file = config->key_file ? config->key_file : config->cert_file;

	if (!config->cert_file) {
		return config->key_file ? rk_error_set(err, RK_ERR_TLS, "The option \"tls_key_file\" needs tls_cert_file, the certificate that belongs to the key")
								: RK_OK;
	}
	if (!SSL_CTX_use_certificate_chain_file(context, config->cert_file)) {
		return setting_error("tls_cert_file", config->cert_file, err);
	}
	SSL_CTX_set_default_passwd_cb(context, give_passphrase);
	SSL_CTX_set_default_passwd_cb_userdata(context, (void *) config);
	if (!SSL_CTX_use_PrivateKey_file(context, key_file, SSL_FILETYPE_PEM)) {
		int reason = ERR_GET_REASON(ERR_peek_last_error());

		if (access(key_file, R_OK) != 0) {
			return setting_error("tls_key_file", key_file, err);
		}
		if (memory_was_short()) {
			return no_memory(err);
		}
		if (reason == X509_R_KEY_VALUES_MISMATCH) {
			return rk_error_set(err, RK_ERR_TLS, "The key in \"%s\" does not belong to the certificate in \"%s\"", key_file,
				config->cert_file);
		}
		return rk_error_set(err, RK_ERR_TLS,
			"Cannot read the key in \"%s\": it must be in PEM form, and tls_key_passphrase must fit if it is encrypted", key_file);
	}
	return RK_OK;
}

static rk_status make_context(SSL_CTX **out, const rk_tls_config *config, rk_error *err)
{
	SSL_CTX *context = SSL_CTX_new(TLS_client_method());
	rk_status status;

	if (!context) {
		const char *reason = ERR_reason_error_string(ERR_peek_error());

		return memory_was_short() || !reason ? no_memory(err) : rk_error_set(err, RK_ERR_TLS, "OpenSSL could not be started: %s", reason);
	}
	SSL_CTX_set_min_proto_version(context, config->min_version == 13 ? TLS1_3_VERSION : TLS1_2_VERSION);
	SSL_CTX_set_options(context, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
	SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
	SSL_CTX_clear_mode(context, SSL_MODE_AUTO_RETRY);
	SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
	SSL_CTX_set_verify(context, config->verify_peer ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, NULL);

	status = config->verify_peer ? load_authorities(context, config, err) : RK_OK;
	if (status == RK_OK) {
		status = load_client_certificate(context, config, err);
	}
	if (status == RK_OK && config->ciphers && !SSL_CTX_set_cipher_list(context, config->ciphers)) {
		status = setting_error("tls_ciphers", config->ciphers, err);
	}
	if (status == RK_OK) {
		*out = context;
	} else {
		SSL_CTX_free(context);
	}
	return status;
}

/* Tells OpenSSL which name we mean: to the server by SNI, and to the verification. */
static rk_status set_names(rk_tls *tls, rk_error *err)
{
	const rk_tls_config *config = &tls->config->tls_config;
	const char *name = config->peer_name;
	X509_VERIFY_PARAM *param = SSL_get0_param(tls->ssl);
	bool verify = config->verify_peer && config->verify_peer_name, done;

	if (!name && tls->config->kind == RK_ENDPOINT_TCP) {
		name = tls->config->host;
	}
	if (!name) {
		return verify ? rk_error_set(err, RK_ERR_TLS, "TLS over a unix socket needs tls_peer_name, the name in the server's certificate") : RK_OK;
	}

	ASN1_OCTET_STRING *address = a2i_IPADDRESS(name);

	ERR_clear_error();
	if (address) {
		ASN1_OCTET_STRING_free(address);
		done = !verify || X509_VERIFY_PARAM_set1_ip_asc(param, name);
	} else {
		X509_VERIFY_PARAM_set_hostflags(param, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
		done = SSL_set_tlsext_host_name(tls->ssl, name) && (!verify || SSL_set1_host(tls->ssl, name));
	}
	return done ? RK_OK : setting_error("tls_peer_name", name, err);
}

static rk_status shake_hands(rk_tls *tls, int64_t deadline_us, rk_error *err)
{
	char server[RK_SOCKET_NAME_SIZE];

	for (;;) {
		int result = SSL_connect(tls->ssl);
		bool wants_write = result <= 0 && SSL_get_error(tls->ssl, result) == SSL_ERROR_WANT_WRITE;
		rk_status status = result == 1 ? RK_OK : verdict_of(tls, result, "handshake with", err);

		if (status == RK_ERR_CONNECTION) {
			if (memory_was_short()) {
				return no_memory(err); /* GCOV_EXCL_LINE: one of thousands of allocations, of which tests/memory/allocation_tls takes every 151st */
			}
			return rk_error_set(err, RK_ERR_TLS, "TLS handshake with %s failed: it %s; is this the tls-port? Without TLS the scheme is redis://",
				rk_socket_name(tls->config, server), errno ? "reset the connection" : "closed the connection");
		}
		if (status != RK_AGAIN) {
			return status;
		}
		if ((wants_write || !rk_tls_has_bytes(tls)) && rk_socket_poll(tls->fd, wants_write ? POLLOUT : POLLIN, deadline_us) <= 0) {
			if (memory_was_short()) {
				return no_memory(err); /* GCOV_EXCL_LINE: one of thousands of allocations, of which tests/memory/allocation_tls takes every 151st */
			}
			return rk_error_set(err, RK_ERR_TIMEOUT,
				"No answer from %s to the TLS handshake in time: is this the tls-port? Without TLS the scheme is redis://",
				rk_socket_name(tls->config, server));
		}
	}
}

rk_status rk_tls_open(rk_tls **out, int fd, const rk_config *config, int64_t deadline_us, rk_error *err)
{
	rk_tls *tls = calloc(1, sizeof(*tls));
	SSL_CTX *context = NULL;
	rk_status status;

	if (!tls) {
		return no_memory(err);
	}
	tls->fd = fd;
	tls->config = config;
	ERR_clear_error();
	status = make_context(&context, &config->tls_config, err);
	if (status != RK_OK) {
		goto out;
	}
	tls->ssl = SSL_new(context);
	if (!tls->ssl || !attach_bio(tls)) {
		status = no_memory(err); /* GCOV_EXCL_LINE: one of thousands of allocations, of which tests/memory/allocation_tls takes every 151st */
		goto out;                /* GCOV_EXCL_LINE: as the line before */
	}
	status = set_names(tls, err);
	if (status == RK_OK) {
		status = shake_hands(tls, deadline_us, err);
	}

out:
	SSL_CTX_free(context);
	if (status == RK_OK) {
		*out = tls;
	} else {
		rk_tls_close(tls, false);
	}
	return status;
}

/* A refused write may have its reason in an alert that came in: a certificate that is missing or not liked, under TLS 1.3. */
RK_COLD static rk_status refused_write(rk_tls *tls, rk_error *err)
{
	int saved = errno;
	char byte;
	int result = SSL_peek(tls->ssl, &byte, 1);
	rk_status status = result > 0 ? RK_ERR_CONNECTION : verdict_of(tls, result, "connection to", err);

	errno = saved;
	return status == RK_ERR_TLS ? status : RK_ERR_CONNECTION;
}

rk_status rk_tls_send(rk_tls *tls, const char *data, size_t len, size_t *sent, rk_error *err)
{
	rk_status status;
	int result;

	*sent = 0;
	ERR_clear_error();
	result = SSL_write_ex(tls->ssl, data, len, sent);
	if (RK_LIKELY(result == 1)) {
		return RK_OK;
	}
	status = verdict_of(tls, result, "connection to", err);
	return status == RK_ERR_CONNECTION ? refused_write(tls, err) : status;
}

rk_status rk_tls_receive(rk_tls *tls, char *buffer, size_t size, bool may_wait, size_t *received, rk_error *err)
{
	rk_status status;

	*received = 0;
	tls->may_wait = may_wait;
	tls->time_passed = false;
	ERR_clear_error();
	do {
		int result = SSL_read_ex(tls->ssl, buffer, size, received);

		if (RK_LIKELY(result == 1)) {
			return RK_OK;
		}
		/* A message of TLS' own came, and more is there. */
		status = verdict_of(tls, result, "connection to", err);
	} while (status == RK_AGAIN && rk_tls_has_bytes(tls));

	if (status == RK_AGAIN) {
		errno = tls->time_passed ? EAGAIN : EINTR;
	}
	return status;
}

bool rk_tls_has_bytes(const rk_tls *tls)
{
	return tls->at < tls->have || SSL_pending(tls->ssl) > 0;
}

bool rk_tls_is_quiet(rk_tls *tls)
{
	rk_error ignored;
	rk_status status;
	char byte;

	tls->may_wait = false;
	ERR_clear_error();
	do {
		int result = SSL_peek(tls->ssl, &byte, 1);

		if (result > 0) {
			return false;
		}
		status = verdict_of(tls, result, "connection to", &ignored);
	} while (status == RK_AGAIN && rk_tls_has_bytes(tls));
	return status == RK_AGAIN;
}

void rk_tls_close(rk_tls *tls, bool goodbye)
{
	if (tls->ssl) {
		if (goodbye) {
			SSL_shutdown(tls->ssl);
		}
		SSL_free(tls->ssl);
	}
	BIO_meth_free(tls->method);
	ERR_clear_error();
	free(tls);
}
