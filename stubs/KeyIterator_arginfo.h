/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 9fa8158a0565cd1732ee488037b78161a46e8f00 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Rediskit_KeyIterator___construct, 0, 0, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_KeyIterator_current, 0, 0, IS_STRING, 1)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_KeyIterator_key, 0, 0, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_KeyIterator_next, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_KeyIterator_valid, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_KeyIterator_rewind arginfo_class_Rediskit_KeyIterator_next


ZEND_METHOD(Rediskit_KeyIterator, __construct);
ZEND_METHOD(Rediskit_KeyIterator, current);
ZEND_METHOD(Rediskit_KeyIterator, key);
ZEND_METHOD(Rediskit_KeyIterator, next);
ZEND_METHOD(Rediskit_KeyIterator, valid);
ZEND_METHOD(Rediskit_KeyIterator, rewind);


static const zend_function_entry class_Rediskit_KeyIterator_methods[] = {
	ZEND_ME(Rediskit_KeyIterator, __construct, arginfo_class_Rediskit_KeyIterator___construct, ZEND_ACC_PRIVATE)
	ZEND_ME(Rediskit_KeyIterator, current, arginfo_class_Rediskit_KeyIterator_current, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_KeyIterator, key, arginfo_class_Rediskit_KeyIterator_key, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_KeyIterator, next, arginfo_class_Rediskit_KeyIterator_next, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_KeyIterator, valid, arginfo_class_Rediskit_KeyIterator_valid, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_KeyIterator, rewind, arginfo_class_Rediskit_KeyIterator_rewind, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Rediskit_KeyIterator(zend_class_entry *class_entry_Iterator)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "KeyIterator", class_Rediskit_KeyIterator_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;
	zend_class_implements(class_entry, 1, class_entry_Iterator);

	return class_entry;
}
