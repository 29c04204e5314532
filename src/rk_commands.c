/* rk_commands.c: the rows of rk_commands.def and how they are found. */

#include "rk_build.h"

enum {
	REPEAT = RK_ROW_REPEAT,
	NAMED = RK_ROW_NAMED,
};

static rk_command commands[] = {
#define RK_PLAN(method, wire, plan, shape, flags, keys) \
	{ #method, wire, plan, NULL, NULL, RK_SHAPE_##shape, RK_SHAPE_##shape, flags, RK_KEYS_##keys, 0, false, 0, "", 0, 0, 0 },
#define RK_VARY(method, wire, plan, shape, variant, variant_shape, flags, keys) \
	{ #method, wire, plan, NULL, variant, RK_SHAPE_##shape, RK_SHAPE_##variant_shape, flags, RK_KEYS_##keys, 0, false, 0, "", 0, 0, 0 },
#define RK_BUILD(method, wire, builder, shape, flags, keys) \
	{ #method, wire, NULL, builder, NULL, RK_SHAPE_##shape, RK_SHAPE_##shape, flags, RK_KEYS_##keys, 0, false, 0, "", 0, 0, 0 },
#include "rk_commands.def"
};

#define COMMAND_COUNT (sizeof(commands) / sizeof(commands[0]))

static HashTable by_function; /* interned method name -> row */
static HashTable by_wire;     /* upper-case wire name -> first row */

const rk_command *rk_command_of_function(const zend_function *function)
{
	return Z_PTR_P(zend_hash_find_known_hash(&by_function, function->common.function_name));
}

const rk_command *rk_command_by_wire(const char *name, size_t len)
{
	char upper[32];

	if (len >= sizeof(upper)) {
		return NULL;
	}
	zend_str_toupper_copy(upper, name, len);
	return zend_hash_str_find_ptr(&by_wire, upper, len);
}

/* "CONFIG" -> "$6\r\nCONFIG\r\n". */
static void encode_words(rk_command *row)
{
	row->encoded_len = (uint8_t) snprintf(row->encoded, sizeof(row->encoded), "$%zu\r\n%s\r\n", strlen(row->wire), row->wire);
}

static zend_result start_row(rk_command *row, zend_class_entry *client, zif_handler handler)
{
	size_t len = strlen(row->method);
	char lower[32];
	zend_function *function;
	bool named = (row->flags & RK_ROW_NAMED) != 0;

	zend_str_tolower_copy(lower, row->method, len);
	function = zend_hash_str_find_ptr(&client->function_table, lower, len);
	if (!function || function->internal_function.handler != handler ||
		!zend_string_equals_cstr(function->common.function_name, row->method, len)) {
		/* GCOV_EXCL_START: of a table and a stub that fit each other no test learns this */
		zend_error(E_CORE_ERROR, "rediskit: the command table has %s, the Client stub has not", row->method);
		return FAILURE;
		/* GCOV_EXCL_STOP */
	}
	encode_words(row);
	row->only_key = row->plan && strcmp(row->plan, "k") == 0;
	row->variant_argument = row->variant && row->variant[0] == '#' ? (uint8_t) (row->variant[1] - '0') : 0;
	row->min_args = function->common.required_num_args;
	if (row->plan && strchr(row->plan, 'o')) {
		named = true;
	}
	row->max_args = (function->common.fn_flags & ZEND_ACC_VARIADIC) && !named ? UINT32_MAX : function->common.num_args;
	row->returns = ZEND_TYPE_PURE_MASK(function->internal_function.arg_info[-1].type);
	zend_hash_add_new_ptr(&by_function, function->common.function_name, row);
	zend_hash_str_add_ptr(&by_wire, row->wire, strlen(row->wire), row);
	return SUCCESS;
}

zend_result rk_commands_startup(zend_class_entry *client, zif_handler handler)
{
	zend_function *function;
	uint32_t aliased = 0;

	zend_hash_init(&by_function, COMMAND_COUNT, NULL, NULL, true);
	zend_hash_init(&by_wire, COMMAND_COUNT, NULL, NULL, true);
	for (size_t i = 0; i < COMMAND_COUNT; i++) {
		if (start_row(&commands[i], client, handler) != SUCCESS) {
			return FAILURE; /* GCOV_EXCL_LINE: as above */
		}
	}
	ZEND_HASH_FOREACH_PTR(&client->function_table, function) {
		aliased += function->internal_function.handler == handler;
	}
	ZEND_HASH_FOREACH_END();
	if (aliased != COMMAND_COUNT) {
		/* GCOV_EXCL_START: as above */
		zend_error(E_CORE_ERROR, "rediskit: the Client stub has %u command methods, the command table %zu rows", aliased,
			COMMAND_COUNT);
		return FAILURE;
		/* GCOV_EXCL_STOP */
	}
	return SUCCESS;
}

void rk_commands_shutdown(void)
{
	zend_hash_destroy(&by_function);
	zend_hash_destroy(&by_wire);
}
