/* rk_iterate.c: see rk_iterate.h. */
#include "rk_iterate.h"

#include <zend_exceptions.h>
#include <zend_interfaces.h>

static bool iterate_array(HashTable *values, rk_iterate_function each, void *context)
{
	zend_ulong index;
	zend_string *name;
	zval *value, key;

	ZEND_HASH_FOREACH_KEY_VAL(values, index, name, value) {
		if (name) {
			ZVAL_STR(&key, name);
		} else {
			ZVAL_LONG(&key, (zend_long) index);
		}
		if (!each(context, &key, value)) {
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* The current key and value. False: an exception is pending, or the function returned false. */
static bool take_current(zend_object_iterator *iterator, rk_iterate_function each, void *context)
{
	zval key, *value = iterator->funcs->get_current_data(iterator);
	bool goes_on;

	if (EG(exception) || !value) {
		return false;
	}
	ZVAL_LONG(&key, (zend_long) iterator->index);
	if (iterator->funcs->get_current_key) {
		iterator->funcs->get_current_key(iterator, &key);
	}
	goes_on = !EG(exception) && each(context, &key, value);
	zval_ptr_dtor(&key);
	return goes_on && !EG(exception);
}

static bool iterate_object(zval *object, rk_iterate_function each, void *context)
{
	zend_object_iterator *iterator = Z_OBJCE_P(object)->get_iterator(Z_OBJCE_P(object), object, 0);
	bool goes_on = true;

	if (!iterator) {
		return false;
	}
	iterator->index = 0;
	if (!EG(exception) && iterator->funcs->rewind) {
		iterator->funcs->rewind(iterator);
	}
	while (goes_on && !EG(exception) && iterator->funcs->valid(iterator) == SUCCESS && !EG(exception)) {
		goes_on = take_current(iterator, each, context);
		if (goes_on) {
			iterator->index++;
			iterator->funcs->move_forward(iterator);
		}
	}
	zend_iterator_dtor(iterator);
	return goes_on && !EG(exception);
}

bool rk_iterate(zval *iterable, rk_iterate_function each, void *context)
{
	return Z_TYPE_P(iterable) == IS_ARRAY ? iterate_array(Z_ARRVAL_P(iterable), each, context) : iterate_object(iterable, each, context);
}
