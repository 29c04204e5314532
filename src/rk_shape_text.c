/* rk_shape_text.c: INFO and CLIENT LIST, which the server sends as pages of text. See rk_shape.h. */

#include "rk_shape.h"

/* A number if the text is one as a whole, else the text. */
static void set_number_or_text(zval *out, const char *text, size_t len)
{
	zend_long number;
	double real;
	zend_uchar type = len ? is_numeric_string(text, len, &number, &real, false) : 0;

	if (type == IS_LONG) {
		ZVAL_LONG(out, number);
	} else if (type == IS_DOUBLE) {
		ZVAL_DOUBLE(out, real);
	} else {
		ZVAL_STRINGL(out, text, len);
	}
}

static const char *end_of_line(const char *at, const char *end)
{
	const char *line_end = memchr(at, '\n', (size_t) (end - at));

	return line_end ? line_end : end;
}

void rk_shape_info(zval *reply)
{
	zend_string *page = Z_STR_P(reply);
	const char *at = ZSTR_VAL(page), *end = at + ZSTR_LEN(page), *next;
	zval value;

	array_init(reply);
	for (; at < end; at = next + 1) {
		const char *stop, *colon;

		next = end_of_line(at, end);
		stop = next > at && next[-1] == '\r' ? next - 1 : next;
		colon = memchr(at, ':', (size_t) (stop - at));
		if (*at != '#' && colon) {
			set_number_or_text(&value, colon + 1, (size_t) (stop - colon - 1));
			zend_symtable_str_update(Z_ARRVAL_P(reply), at, (size_t) (colon - at), &value);
		}
	}
	zend_string_release(page);
}

/* "id=3 addr=… name= …" */
static void client_line(zval *out, const char *at, const char *stop)
{
	zval value;

	array_init(out);
	while (at < stop) {
		const char *space = memchr(at, ' ', (size_t) (stop - at)), *end = space ? space : stop;
		const char *equals = memchr(at, '=', (size_t) (end - at));

		if (equals) {
			set_number_or_text(&value, equals + 1, (size_t) (end - equals - 1));
			zend_symtable_str_update(Z_ARRVAL_P(out), at, (size_t) (equals - at), &value);
		}
		at = end + 1;
	}
}

void rk_shape_client_list(zval *reply)
{
	zend_string *page = Z_STR_P(reply);
	const char *at = ZSTR_VAL(page), *end = at + ZSTR_LEN(page), *next;
	zval line;

	array_init(reply);
	for (; at < end; at = next + 1) {
		next = end_of_line(at, end);
		if (next > at) {
			client_line(&line, at, next);
			zend_hash_next_index_insert(Z_ARRVAL_P(reply), &line);
		}
	}
	zend_string_release(page);
}
