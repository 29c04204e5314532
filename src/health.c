/* health.c: Client::health(): PING for whether and how fast the server answers, INFO for the rest. A server that is down, busy or that
 * refuses INFO is described, not thrown. */

#include "rk_client.h"

/* Entries that come from INFO: where, and what they are. */
static const struct {
	const char *entry, *info;
} from_info[] = {
	{ "used_memory", "used_memory" },
	{ "max_memory", "maxmemory" },
	{ "max_memory_policy", "maxmemory_policy" },
	{ "evicted_keys", "evicted_keys" },
	{ "connected_clients", "connected_clients" },
	{ "uptime", "uptime_in_seconds" },
};

static void add(zval *array, const char *name, zval *value)
{
	zend_hash_str_update(Z_ARRVAL_P(array), name, strlen(name), value);
}

static zval *entry(const zval *array, const char *name)
{
	return zend_hash_str_find(Z_ARRVAL_P(array), name, strlen(name));
}

static rk_status run(rk_client *client, const char *wire, zval *out, rk_error *err)
{
	rk_request *request = rk_request_borrow();
	rk_call call = { .name = wire, .flags = RK_CALL_IDEMPOTENT };
	rk_status status;

	rk_request_begin(request);
	rk_request_arg(request, wire, strlen(wire));
	rk_request_end(request);
	status = rk_exec(client->handle, &call, request, out, err);
	rk_request_give_back(request);
	return status;
}

static const char *status_of(rk_status status, const rk_error *err)
{
	if (status == RK_OK) {
		return "ok";
	}
	if (status != RK_ERR_COMMAND && status != RK_ERR_AUTH) {
		return "down";
	}
	return strcmp(err->prefix, "LOADING") == 0 ? "loading" : "refused";
}

/* INFO's figure under the entry's name, or null and its name among those missing. */
static void copy_entry(zval *health, const zval *info, const char *name, const char *source)
{
	zval *value = info ? entry(info, source) : NULL;

	if (value) {
		Z_TRY_ADDREF_P(value);
		add(health, name, value);
	} else {
		add_assoc_null(health, name);
		add_next_index_string(entry(health, "missing"), name);
	}
}

static void add_server(zval *health, const zval *info)
{
	bool valkey = info && entry(info, "valkey_version");
	zval *role;

	copy_entry(health, info, "version", valkey ? "valkey_version" : "redis_version");
	if (info) {
		add_assoc_string(health, "server", valkey ? "valkey" : "redis");
	} else {
		add_assoc_null(health, "server");
		add_next_index_string(entry(health, "missing"), "server");
	}
	copy_entry(health, info, "role", "role");
	role = entry(health, "role");
	if (Z_TYPE_P(role) == IS_STRING && zend_string_equals_literal(Z_STR_P(role), "slave")) {
		add_assoc_string(health, "role", "replica");
	}
}

static void add_hit_rate(zval *health, const zval *info)
{
	const zval *hits = info ? entry(info, "keyspace_hits") : NULL, *misses = info ? entry(info, "keyspace_misses") : NULL;
	zval rate;

	if (!hits || !misses) {
		add_next_index_string(entry(health, "missing"), "hit_rate");
	}
	if (hits && misses && Z_TYPE_P(hits) == IS_LONG && Z_TYPE_P(misses) == IS_LONG && (Z_LVAL_P(hits) > 0 || Z_LVAL_P(misses) > 0)) {
		ZVAL_DOUBLE(&rate, (double) Z_LVAL_P(hits) / ((double) Z_LVAL_P(hits) + (double) Z_LVAL_P(misses)));
	} else {
		ZVAL_NULL(&rate); /* nobody has asked for a key yet */
	}
	add(health, "hit_rate", &rate);
}

static void add_pool(zval *health, rk_client *client)
{
	rk_pool_stats stats;
	zval pool;

	rk_pool_stats_of(client->handle->topology->ops->entry(client->handle->topology), &stats);
	array_init(&pool);
	add_assoc_long(&pool, "open", stats.open);
	add_assoc_long(&pool, "leased", stats.leased);
	add_assoc_long(&pool, "limit", stats.limit);
	add_assoc_long(&pool, "connects", (zend_long) stats.connects);
	add_assoc_long(&pool, "reuses", (zend_long) stats.reuses);
	add_assoc_long(&pool, "retries", (zend_long) stats.retries);
	add_assoc_long(&pool, "errors", (zend_long) stats.errors);
	add_assoc_long(&pool, "timeouts", (zend_long) stats.timeouts);
	add_assoc_long(&pool, "skipped", (zend_long) stats.skipped);
	add(health, "pool", &pool);
}

/* What a person should look at. */
static void add_warnings(zval *health, const zval *info)
{
	const zval *policy = entry(health, "max_memory_policy"), *used = entry(health, "used_memory"), *max = entry(health, "max_memory");
	const zval *link = info ? entry(info, "master_link_status") : NULL;
	zval warnings;
	char text[256];

	array_init(&warnings);
	if (Z_TYPE_P(policy) == IS_STRING && !zend_string_equals_literal(Z_STR_P(policy), "noeviction") &&
		Z_TYPE_P(max) == IS_LONG && Z_LVAL_P(max) > 0) {
		snprintf(text, sizeof(text),
			"maxmemory-policy %s lets the server evict locks, sessions and counters: give them a server with noeviction",
			Z_STRVAL_P(policy));
		add_next_index_string(&warnings, text);
	}
	if (Z_TYPE_P(used) == IS_LONG && Z_TYPE_P(max) == IS_LONG && Z_LVAL_P(max) > 0 &&
		(double) Z_LVAL_P(used) > 0.9 * (double) Z_LVAL_P(max)) {
		add_next_index_string(&warnings, "More than 90 % of maxmemory is used");
	}
	if (link && Z_TYPE_P(link) == IS_STRING && !zend_string_equals_literal(Z_STR_P(link), "up")) {
		add_next_index_string(&warnings, "The replica has lost its primary: what it answers may be old");
	}
	add(health, "warnings", &warnings);
}

PHP_METHOD(Rediskit_Client, health)
{
	rk_client *client;
	char endpoint[256];
	zval reply, info, missing, latency;
	rk_error err = { .message = "" };
	rk_status status;
	const char *word;
	int64_t began;
	bool have_info = false;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!(client = rk_client_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	array_init(return_value);
	status = run(client, "PING", &reply, &err); /* the first one may connect */
	if (status == RK_OK) {
		zval_ptr_dtor(&reply);
		began = rk_now_us();
		status = run(client, "PING", &reply, &err);
		ZVAL_DOUBLE(&latency, (double) (rk_now_us() - began) / 1000.0);
	}
	if (status == RK_OK) {
		zval_ptr_dtor(&reply);
	} else {
		ZVAL_NULL(&latency);
	}
	word = status_of(status, &err);
	if (strcmp(word, "down") != 0) {
		rk_error info_err;
		rk_status info_status = run(client, "INFO", &info, &info_err);

		if (info_status == RK_OK && Z_TYPE(info) == IS_STRING) {
			rk_shape_info(&info);
			have_info = true;
		} else if (info_status == RK_OK) {
			zval_ptr_dtor(&info);
		} else if (status == RK_OK) {
			err = info_err;
		}
	}
	rk_config_describe(&client->handle->config, endpoint, sizeof(endpoint));
	add_assoc_string(return_value, "status", word);
	add_assoc_string(return_value, "endpoint", endpoint);
	add(return_value, "latency_ms", &latency);
	if (err.message[0]) {
		add_assoc_string(return_value, "error", err.message);
	} else {
		add_assoc_null(return_value, "error");
	}
	array_init(&missing);
	add(return_value, "missing", &missing);
	add_server(return_value, have_info ? &info : NULL);
	for (size_t i = 0; i < sizeof(from_info) / sizeof(from_info[0]); i++) {
		copy_entry(return_value, have_info ? &info : NULL, from_info[i].entry, from_info[i].info);
	}
	add_hit_rate(return_value, have_info ? &info : NULL);
	add_pool(return_value, client);
	add_warnings(return_value, have_info ? &info : NULL);
	if (have_info) {
		zval_ptr_dtor(&info);
	}
}
