/* rk_handshake.c: logging in, and servers that do not want us.
 *
 * AUTH, SELECT and CLIENT SETNAME leave in one write and share one deadline. */
#include "rk_connection_parts.h"

static bool begins_with(const char *text, const char *beginning)
{
	return strncmp(text, beginning, strlen(beginning)) == 0;
}

/* A server that does not want us (too many clients, protected mode) says so instead of reading what we sent: nothing of it
 * was carried out. It does so first thing; later the same words are a script's. */
rk_status rk_connection_explain_refusal(const rk_connection *connection, rk_status status, size_t *sent, rk_error *err)
{
	char server[RK_CONFIG_DESCRIPTION];
	const char *why;

	if (status != RK_ERR_COMMAND || !connection->unheard) {
		return status;
	}
	if (begins_with(err->message, "ERR max number of clients reached")) {
		why = "max number of clients reached: raise maxclients there, or lower the number of workers";
	} else if (begins_with(err->message, "DENIED Redis is running in protected mode")) {
		why = "it is in protected mode: give it a password (requirepass), or bind it to an address that only this machine reaches";
	} else {
		return status;
	}
	*sent = 0;
	rk_config_describe(connection->config, server, sizeof(server));
	return rk_error_set(err, RK_ERR_CONNECTION, "%s refused the connection, %s", server, why);
}

/* Which answer of the handshake is refused, and what to do about it. */
static rk_status handshake_refused(const rk_config *config, const char *step, rk_error *err)
{
	char server[RK_CONFIG_DESCRIPTION], reason[256];

	rk_config_describe(config, server, sizeof(server));
	snprintf(reason, sizeof(reason), "%s", err->message);
	if (strcmp(step, "AUTH") == 0) {
		return rk_error_set(err, RK_ERR_AUTH, "%s refused the %s: check `username` and `password` (%s)", server,
			config->user ? "user name or password" : "password", reason);
	}
	if (err->status == RK_ERR_AUTH) {
		return rk_error_set(err, RK_ERR_AUTH, "%s wants a password: %s", server, reason);
	}
	if (strcmp(err->prefix, "ERR") == 0) {
		return rk_error_set(err, RK_ERR_CONFIG, "%s refused database %d: set `database` to one it has (%s)", server,
			config->database, reason);
	}
	return err->status;
}

/* Encodes AUTH, SELECT and CLIENT SETNAME, as far as they are configured, and returns how many; steps[] gets their names.
 * With none of these TLS gets a PING: a server refuses a client certificate (or its lack) only after our side of a TLS 1.3
 * handshake is over, and a first command would then not know whether it ran. */
static uint32_t encode_handshake(const rk_config *config, rk_request *request, const char *steps[3])
{
	uint32_t n = 0;

	if (config->password || config->user) {
		const char *password = config->password ? config->password : ""; /* an ACL user with nopass takes any */

		steps[n++] = "AUTH";
		rk_request_begin(request);
		rk_request_literal(request, "AUTH");
		if (config->user) {
			rk_request_arg(request, config->user, strlen(config->user));
		}
		rk_request_arg(request, password, strlen(password));
		rk_request_end(request);
	}
	if (config->database) {
		steps[n++] = "SELECT";
		rk_request_begin(request);
		rk_request_literal(request, "SELECT");
		rk_request_arg_long(request, config->database);
		rk_request_end(request);
	}
	if (config->name) {
		steps[n++] = "CLIENT";
		rk_request_begin(request);
		rk_request_literal(request, "CLIENT");
		rk_request_literal(request, "SETNAME");
		rk_request_arg(request, config->name, strlen(config->name));
		rk_request_end(request);
	}
	if (n == 0 && config->tls) {
		steps[n++] = "PING";
		rk_request_begin(request);
		rk_request_literal(request, "PING");
		rk_request_end(request);
	}
	return n;
}

rk_status rk_connection_log_in(rk_connection *connection, rk_request *request, int64_t timeout_us, rk_error *err)
{
	const char *steps[3];
	uint32_t i, n = encode_handshake(connection->config, request, steps);
	size_t sent;
	rk_status status;

	if (n == 0) {
		return RK_OK;
	}
	if (request->failed) {
		return rk_error_set(err, RK_ERR_CONNECTION, "Out of memory while connecting");
	}
	status = rk_connection_send(connection, request, timeout_us, &sent, err);
	for (i = 0; i < n && status == RK_OK; i++) {
		bool required = strcmp(steps[i], "AUTH") == 0 || strcmp(steps[i], "SELECT") == 0;
		zval reply;

		timeout_us = rk_connection_restart_clock(connection, timeout_us);
		status = rk_connection_read(connection, timeout_us, &reply, err);
		if (status != RK_OK) {
			status = rk_connection_explain_refusal(connection, status, &sent, err);
		}
		connection->unheard = false;
		if (status == RK_OK) {
			zval_ptr_dtor(&reply);
		} else if (rk_connection_in_step(connection, status)) {
			status = required ? handshake_refused(connection->config, steps[i], err) : RK_OK;
		}
	}
	if (status == RK_OK && rk_reader_is_pending(connection->reader)) {
		char server[RK_CONFIG_DESCRIPTION];

		rk_config_describe(connection->config, server, sizeof(server));
		status = rk_error_set(err, RK_ERR_CONNECTION, "%s answered more than it was asked: what is between us and it?", server);
	}
	connection->busy = status != RK_OK;
	return status;
}
