/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 430e899f2b41afcd518317f5f44cb34552def9fb */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Rediskit_SessionHandler___construct, 0, 0, 0)
	ZEND_ARG_OBJ_TYPE_MASK(0, client, Rediskit\\Client, MAY_BE_STRING|MAY_BE_ARRAY|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, ttl, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, locking, _IS_BOOL, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, lock_ttl, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, lock_wait, IS_DOUBLE, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, prefix, IS_STRING, 1, "null")
	ZEND_ARG_OBJ_TYPE_MASK(0, compression, Rediskit\\Compression, MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, on_lock_timeout, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, on_error, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, touch_interval, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, new_ttl, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, compat, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_SessionHandler_open, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, path, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_SessionHandler_close, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_Rediskit_SessionHandler_read, 0, 1, MAY_BE_STRING|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, id, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_SessionHandler_write, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, id, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, data, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_SessionHandler_destroy, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, id, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_Rediskit_SessionHandler_gc, 0, 1, MAY_BE_LONG|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, max_lifetime, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_SessionHandler_create_sid, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_SessionHandler_validateId arginfo_class_Rediskit_SessionHandler_destroy

#define arginfo_class_Rediskit_SessionHandler_updateTimestamp arginfo_class_Rediskit_SessionHandler_write


ZEND_METHOD(Rediskit_SessionHandler, __construct);
ZEND_METHOD(Rediskit_SessionHandler, open);
ZEND_METHOD(Rediskit_SessionHandler, close);
ZEND_METHOD(Rediskit_SessionHandler, read);
ZEND_METHOD(Rediskit_SessionHandler, write);
ZEND_METHOD(Rediskit_SessionHandler, destroy);
ZEND_METHOD(Rediskit_SessionHandler, gc);
ZEND_METHOD(Rediskit_SessionHandler, create_sid);
ZEND_METHOD(Rediskit_SessionHandler, validateId);
ZEND_METHOD(Rediskit_SessionHandler, updateTimestamp);


static const zend_function_entry class_Rediskit_SessionHandler_methods[] = {
	ZEND_ME(Rediskit_SessionHandler, __construct, arginfo_class_Rediskit_SessionHandler___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_SessionHandler, open, arginfo_class_Rediskit_SessionHandler_open, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_SessionHandler, close, arginfo_class_Rediskit_SessionHandler_close, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_SessionHandler, read, arginfo_class_Rediskit_SessionHandler_read, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_SessionHandler, write, arginfo_class_Rediskit_SessionHandler_write, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_SessionHandler, destroy, arginfo_class_Rediskit_SessionHandler_destroy, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_SessionHandler, gc, arginfo_class_Rediskit_SessionHandler_gc, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_SessionHandler, create_sid, arginfo_class_Rediskit_SessionHandler_create_sid, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_SessionHandler, validateId, arginfo_class_Rediskit_SessionHandler_validateId, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_SessionHandler, updateTimestamp, arginfo_class_Rediskit_SessionHandler_updateTimestamp, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Rediskit_SessionHandler(zend_class_entry *class_entry_SessionHandlerInterface, zend_class_entry *class_entry_SessionIdInterface, zend_class_entry *class_entry_SessionUpdateTimestampHandlerInterface)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "SessionHandler", class_Rediskit_SessionHandler_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 3, class_entry_SessionHandlerInterface, class_entry_SessionIdInterface, class_entry_SessionUpdateTimestampHandlerInterface);


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}
