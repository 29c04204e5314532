/* rk_ext_session.c: see rk_ext_session.h.
 *
 * ext/session is built into most PHPs and a shared module in some. A direct reference to its symbols would decide in which
 * order the two may be loaded; so they are looked up in its module's handle, and an optional dependency in our module entry
 * makes PHP start it first. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "rk_ext_session.h"

#include "php_rediskit.h"

#include <SAPI.h>
#include <zend_highlight.h>

#include <string.h>

#define SAVE_PATH "session.save_path"

typedef zend_result (*register_module)(const ps_module *module);
typedef zend_string *(*create_id)(void **mod_data);

/* Set once, before there are threads. */
static register_module session_register;
static create_id session_create_id;

#ifdef PHP_WIN32
static void find_functions(const zend_module_entry *module)
{
	session_register = php_session_register_module;
	session_create_id = php_session_create_id;
}
#else
static void find_functions(const zend_module_entry *module)
{
	/* Without a handle it is part of PHP: dlopen(NULL) stands for the program and all it has loaded globally. */
	DL_HANDLE handle = module->handle ? module->handle : dlopen(NULL, RTLD_LAZY);

	session_register = (register_module) (uintptr_t) DL_FETCH_SYMBOL(handle, "php_session_register_module");
	session_create_id = (create_id) (uintptr_t) DL_FETCH_SYMBOL(handle, "php_session_create_id");
	if (!module->handle) {
		DL_UNLOAD(handle);
	}
}
#endif

/* ---- session.save_path ---- */

/* PHP's globals keep the setting as characters, newer PHPs as a string. */
#define SAVE_PATH_IS_CHARS _Generic(((php_ps_globals){ 0 }).save_path, char * : 1, default : 0)

static bool is_dsn(const zend_string *path)
{
	return path && ZSTR_LEN(path) && ZSTR_VAL(path)[0] != '/' && !strchr(ZSTR_VAL(path), ';');
}

/* The text to show instead of `path`; false: it may be shown as it is. */
static bool mask(const zend_string *path, char *shown, size_t size)
{
	rk_config config;
	rk_error ignored;
	bool secret;

	if (!is_dsn(path) || !strpbrk(ZSTR_VAL(path), "@=")) {
		return false;
	}
	if (!rk_config_init(&config) || rk_config_parse_dsn(&config, ZSTR_VAL(path), ZSTR_LEN(path), &ignored) != RK_OK) {
		snprintf(shown, size, "(not shown, for it may hold a password)");
		secret = true;
	} else {
		rk_config_describe(&config, shown, size);
		secret = config.password || config.user || config.codec.mac_key || config.tls_config.key_passphrase;
	}
	rk_config_destroy(&config);
	return secret;
}

static ZEND_INI_DISP(display_save_path)
{
	zend_string *value = type == ZEND_INI_DISPLAY_ORIG && ini_entry->modified ? ini_entry->orig_value : ini_entry->value;
	char shown[256];
	const char *text = shown;

	if (!mask(value, shown, sizeof(shown))) {
		text = value && ZSTR_LEN(value) ? ZSTR_VAL(value) : "no value";
	}
	if (sapi_module.phpinfo_as_text) {
		php_printf("%s", text);
	} else {
		zend_html_puts(text, strlen(text));
	}
}

static zend_ini_entry *save_path_entry(void)
{
	return zend_hash_str_find_ptr(EG(ini_directives), SAVE_PATH, sizeof(SAVE_PATH) - 1);
}

/* Where ext/session keeps the setting it prints. */
static void **save_path_place(const zend_ini_entry *entry)
{
	void *mh_arg1 = entry->mh_arg1, *mh_arg2 = entry->mh_arg2;

	(void) mh_arg2;
	return (void **) ZEND_INI_GET_ADDR();
}

static void *in_place(zend_string *path)
{
	return SAVE_PATH_IS_CHARS ? (void *) ZSTR_VAL(path) : (void *) path;
}

void rk_ext_session_hide_path(void)
{
	zend_ini_entry *entry = save_path_entry();
	char shown[256];

	if (!entry || !mask(entry->value, shown, sizeof(shown))) {
		return;
	}
	rk_ext_session_show_path();
	REDISKIT_G(hidden_save_path) = zend_string_init(shown, strlen(shown), true);
	*save_path_place(entry) = in_place(REDISKIT_G(hidden_save_path));
}

void rk_ext_session_show_path(void)
{
	zend_string *hidden = REDISKIT_G(hidden_save_path);
	zend_ini_entry *entry = hidden ? save_path_entry() : NULL;

	if (!hidden) {
		return;
	}
	if (entry && *save_path_place(entry) == in_place(hidden)) {
		*save_path_place(entry) = in_place(entry->value);
	}
	REDISKIT_G(hidden_save_path) = NULL;
	zend_string_release_ex(hidden, true);
}

rk_status rk_ext_session_create_handle(bool use_save_path, rk_handle **out, rk_error *err)
{
	const char *dsn = REDISKIT_G(session_dsn);
	zend_ini_entry *entry = use_save_path ? save_path_entry() : NULL;
	zend_string *text = NULL;
	rk_config config;
	rk_status status;

	if (dsn && *dsn) {
		text = zend_string_init(dsn, strlen(dsn), false);
	} else if (entry && is_dsn(entry->value)) {
		text = zend_string_copy(entry->value);
	}
	status = rk_handle_read_config(&config, text, NULL, err);
	if (text) {
		zend_string_release(text);
	}
	return status == RK_OK ? rk_handle_create(&config, false, out, err) : status;
}

/* ---- the rest ---- */

/* ext/session's globals, or NULL. The save path is where they are found: they are no symbol one could look up. */
static const php_ps_globals *session_globals(void)
{
	const zend_ini_entry *entry = save_path_entry();

	return entry ? (const php_ps_globals *) ((const char *) save_path_place(entry) - offsetof(php_ps_globals, save_path)) : NULL;
}

bool rk_ext_session_is_active(void)
{
	const php_ps_globals *globals = session_globals();

	return globals && globals->session_status == php_session_active;
}

const zend_string *rk_ext_session_id(void)
{
	const php_ps_globals *globals = session_globals();

	return globals ? globals->id : NULL;
}

bool rk_ext_session_runs_handler(void)
{
	const php_ps_globals *globals = session_globals();

	return globals && globals->in_save_handler;
}

bool rk_ext_session_is_unencodable(const zend_string *data)
{
	const php_ps_globals *globals = ZSTR_LEN(data) == 0 ? session_globals() : NULL;
	const zval *vars = globals ? &globals->http_session_vars : NULL;
	zend_string *key;

	if (!vars || !Z_ISREF_P(vars) || Z_TYPE_P(Z_REFVAL_P(vars)) != IS_ARRAY) {
		return false;
	}
	ZEND_HASH_FOREACH_STR_KEY(Z_ARRVAL_P(Z_REFVAL_P(vars)), key) {
		if (key && memchr(ZSTR_VAL(key), '|', ZSTR_LEN(key))) {
			return true;
		}
	}
	ZEND_HASH_FOREACH_END();
	return false;
}

bool rk_ext_session_find(void)
{
	zend_module_entry *module = zend_hash_str_find_ptr(&module_registry, "session", sizeof("session") - 1);

	if (!module) {
		return false; /* GCOV_EXCL_LINE: only in a PHP without sessions */
	}
	find_functions(module);
	if (!rk_ext_session_is_loaded()) {
		return false; /* GCOV_EXCL_LINE: only where its functions are not exported */
	}
	zend_ini_register_displayer(SAVE_PATH, sizeof(SAVE_PATH) - 1, display_save_path);
	return true;
}

bool rk_ext_session_is_loaded(void)
{
	return session_register && session_create_id;
}

zend_result rk_ext_session_register(const ps_module *module)
{
	return session_register(module);
}

zend_string *rk_ext_session_create_id(void)
{
	return session_create_id(NULL);
}

/* Is the frame one of a function of PHP's own with a name in the list? */
static bool is_call_of(const zend_execute_data *frame, const char *const *names)
{
	const zend_function *func = frame->func;

	if (!func || func->type != ZEND_INTERNAL_FUNCTION || func->common.scope || !func->common.function_name) {
		return false;
	}
	for (; *names; names++) {
		if (zend_string_equals_cstr(func->common.function_name, *names, strlen(*names))) {
			return true;
		}
	}
	return false;
}

/* PHP's decoder runs below session_start(), session_reset() or session_decode(), or, when a session starts by itself or the
 * decoder ended in a fatal error, below nothing. */
bool rk_ext_session_is_decoding(void)
{
	static const char *const decoding[] = { "session_start", "session_reset", "session_decode", NULL };
	static const char *const deleting[] = { "session_destroy", "session_regenerate_id", NULL };
	zend_execute_data *frame;
	bool program = false;

	for (frame = EG(current_execute_data); frame; frame = frame->prev_execute_data) {
		if (is_call_of(frame, deleting)) {
			return false;
		}
		if (is_call_of(frame, decoding)) {
			return true;
		}
		program = program || (frame->func && frame->func->type != ZEND_INTERNAL_FUNCTION);
	}
	return !program;
}

bool rk_ext_session_is_regenerating(void)
{
	static const char *const names[] = { "session_regenerate_id", NULL };
	zend_execute_data *frame;

	for (frame = EG(current_execute_data); frame; frame = frame->prev_execute_data) {
		if (is_call_of(frame, names)) {
			return true;
		}
	}
	return false;
}

rk_status rk_ext_session_check_new_id(const rk_session *session, rk_error *err)
{
	if (rk_session_limits(session, err) == RK_OK || err->status == RK_ERR_LOCK_TIMEOUT || !rk_ext_session_is_regenerating()) {
		return RK_OK;
	}
	return rk_error_set(err, RK_ERR_LOCK, "Redis could not be reached when the session was opened, so it keeps its id and what is stored");
}

static void warn(int level, const char *what, const rk_error *err)
{
	const char *advice = rk_error_advice(err);

	if (EG(exception) || err->status == RK_ERR_EXCEPTION) {
		return;
	}
	if (advice && what) {
		php_error_docref(NULL, level, "%s: %s (%s)", what, err->message, advice);
	} else if (!what || err->status == RK_ERR_OUTCOME_UNKNOWN) {
		php_error_docref(NULL, level, "%s", err->message);
	} else {
		php_error_docref(NULL, level, "%s: %s", what, err->message);
	}
}

void rk_ext_session_warn(const char *what, const rk_error *err)
{
	warn(E_WARNING, what, err);
}

void rk_ext_session_warn_limited(const rk_error *err)
{
	if (err->status == RK_ERR_LOCK_TIMEOUT) {
		warn(E_NOTICE, "The session is read-only", err);
	} else {
		warn(E_WARNING, "The session is empty and will not be written", err);
	}
}

void rk_ext_session_warn_unencodable(void)
{
	php_error_docref(NULL, E_WARNING,
		"The session was not written: a key of $_SESSION contains \"|\", which session.serialize_handler = php cannot store (PHP would leave an "
		"empty session); use the handler php_serialize, or another key");
}

void rk_ext_session_warn_kept(void)
{
	if (!EG(exception)) {
		php_error_docref(NULL, E_WARNING,
			"What is stored for the session is not in the form that session.serialize_handler names; it was left as it is in Redis");
	}
}
