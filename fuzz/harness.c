/* harness.c: see harness.h. */
#include "harness.h"

#include "php_rediskit.h"
#include "rk_classes.h"

#include <sanitizer/allocator_interface.h>
#include <sanitizer/lsan_interface.h>
#include <sapi/embed/php_embed.h>
#include <zend_exceptions.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define INPUTS_PER_REQUEST 5000
#define RARELY 200

static size_t live, most_live, most_ever; /* bytes beyond what was there before the input */
static bool measuring;
static bool limited; /* RK_FUZZ_LIMIT */

static void count_malloc(const volatile void *block, size_t size)
{
	(void) block;
	if (measuring) {
		live += size;
		if ((ptrdiff_t) live > (ptrdiff_t) most_live) {
			most_live = live;
		}
	}
}

static void count_free(const volatile void *block)
{
	if (measuring && block) {
		live -= __sanitizer_get_allocated_size(block);
	}
}

void rk_fuzz_fail(const char *format, ...)
{
	va_list arguments;

	measuring = false;
	fputs("rediskit: ", stderr);
	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	abort();
}

size_t rk_fuzz_times(uint8_t power, size_t size)
{
	size_t times = power < 0xF0 ? 1 : (size_t) 2 << (power & 0x0F), most = RK_FUZZ_LARGEST / (size ? size : 1);

	return times < most ? times : most ? most
									   : 1;
}

const char *rk_fuzz_exception_message(void)
{
	zval none, *message = zend_read_property_ex(zend_get_exception_base(EG(exception)), EG(exception), ZSTR_KNOWN(ZEND_STR_MESSAGE), true, &none);

	return Z_TYPE_P(message) == IS_STRING ? Z_STRVAL_P(message) : "";
}

void rk_fuzz_take_exception(void)
{
	if (EG(exception)) {
		rk_fuzz_check(instanceof_function(EG(exception)->ce, rk_ce_exception), "an exception of the class %s came out: %s",
			ZSTR_VAL(EG(exception)->ce->name), rk_fuzz_exception_message());
		zend_clear_exception();
	}
}

/* What PHP's and igbinary's decoders say about names of classes, cases and properties that changed since a value was stored. */
static bool is_about_names(zend_string *message)
{
	static const char *const parts[] = { "Undefined constant", "has no unserializer", "is not an enum", "member variable name", "__PHP_Incomplete_Class",
		"does not exist", "not found" };

	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		if (strstr(ZSTR_VAL(message), parts[i])) {
			return true;
		}
	}
	return false;
}

static void on_error(int type, zend_string *file, const uint32_t line, zend_string *message)
{
	bool meant = target.may_warn && type == E_WARNING && strstr(ZSTR_VAL(message), target.may_warn);

	if (!meant && !(type & E_DEPRECATED) && !is_about_names(message)) { /* deprecated: properties that a class does not declare */
		rk_fuzz_fail("PHP error %d: %s (%s:%u)", type, ZSTR_VAL(message), file ? ZSTR_VAL(file) : "?", line);
	}
}

static void begin_request(void)
{
	__lsan_disable(); /* PHP keeps some tables by pointers beyond their end */
	if (target.script) {
		zend_eval_string((char *) target.script, NULL, (char *) "fuzz");
		rk_fuzz_check(!EG(exception), "the target's script throws");
	}
	if (target.begin) {
		target.begin();
	}
	__lsan_enable();
}

static void next_request(void)
{
	if (target.end) {
		target.end();
	}
	php_request_shutdown(NULL);
	if (php_request_startup() != SUCCESS) {
		rk_fuzz_fail("PHP cannot start a request");
	}
	begin_request();
}

static void print_most(void)
{
	fprintf(stderr, "peak_bytes: %zu\n", most_ever);
}

static char ini[1024];

static int start_php(sapi_module_struct *sapi)
{
	sapi->ini_entries = ini;
	return php_module_startup(sapi, &rediskit_module_entry);
}

int LLVMFuzzerInitialize(int *argc, char ***argv);
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t room);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room, unsigned seed);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	const char *limit = getenv("RK_FUZZ_LIMIT");

	limited = limit != NULL;
	if (!limited) {
		setenv("USE_ZEND_ALLOC", "0", 1);
		setenv("USE_TRACKED_ALLOC", "1", 1);
	}
	snprintf(ini, sizeof(ini),
		"extension=%s\nmemory_limit=%s\nerror_reporting=-1\nreport_memleaks=0\nimplicit_flush=0\nhtml_errors=0\nmax_execution_time=0\n"
		"zend.assertions=-1\nzend.signal_check=0\n",
		RK_FUZZ_IGBINARY, limited ? limit : "-1");
	php_embed_module.php_ini_ignore = 1;
	php_embed_module.startup = start_php;
	__lsan_disable();
	if (php_embed_init(*argc, *argv) != SUCCESS) {
		rk_fuzz_fail("PHP does not start");
	}
	__lsan_enable();
	zend_error_cb = on_error;
	begin_request();
	__sanitizer_install_malloc_and_free_hooks(count_malloc, count_free);
	atexit(print_most);
	return 0;
}

/* Runs the input and returns by how much the request's memory has grown. */
static ptrdiff_t run(const uint8_t *data, size_t size)
{
	/* An exception stays pending only if there is a frame it could go to. */
	zend_execute_data frame = { .func = (zend_function *) &zend_pass_function };
	size_t before = zend_memory_usage(false);

	EG(current_execute_data) = &frame;
	live = most_live = 0;
	measuring = true;
	zend_try
	{
		target.run(data, size);
	}
	zend_catch
	{
		rk_fuzz_fail("PHP ended the request");
	}
	zend_end_try();
	measuring = false;
	EG(current_execute_data) = NULL;
	if (most_live > most_ever) {
		most_ever = most_live;
	}
	rk_fuzz_check(most_live <= RK_FUZZ_MEMORY, "the input costs %zu bytes at one time", most_live);
	rk_fuzz_check(!EG(exception), "an exception is left pending");
	return (ptrdiff_t) (zend_memory_usage(false) - before);
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room, unsigned seed)
{
	size = LLVMFuzzerMutate(data, size, room);
	if (target.power_at && size > target.power_at) {
		data[target.power_at] = seed % RARELY ? 0 : (uint8_t) (0xF0 | seed / RARELY);
	}
	return size;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static unsigned inputs;

	/* Tables that grow once in a while are no leak: that grows each time. */
	if (run(data, size) > 0 && run(data, size) > 0 && run(data, size) > 0) {
		rk_fuzz_fail("%td bytes of the request's memory are left over each time", run(data, size));
	}
	if (++inputs % INPUTS_PER_REQUEST == 0) {
		next_request();
	}
	return 0;
}
