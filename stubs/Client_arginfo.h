/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 6b4bfdbd169a5f0620730df49f4e8f62bd142ba6 */

ZEND_BEGIN_ARG_INFO_EX(arginfo_class_Rediskit_Client___construct, 0, 0, 0)
	ZEND_ARG_TYPE_MASK(0, config, MAY_BE_STRING|MAY_BE_ARRAY|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_command, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_rawCommand arginfo_class_Rediskit_Client_command

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_pipeline, 0, 0, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, callback, IS_CALLABLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Rediskit_Client_multi, 0, 0, Rediskit\\Client, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_exec, 0, 0, Rediskit\\Client, MAY_BE_ARRAY|MAY_BE_FALSE|MAY_BE_NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_discard, 0, 0, Rediskit\\Client, MAY_BE_BOOL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_transaction, 0, 1, Rediskit\\Client, MAY_BE_ARRAY|MAY_BE_FALSE|MAY_BE_NULL)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_watch, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_MASK(0, key, MAY_BE_ARRAY|MAY_BE_STRING, NULL)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, other_keys, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_unwatch, 0, 0, _IS_BOOL, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_subscribe, 0, 2, IS_VOID, 0)
	ZEND_ARG_TYPE_MASK(0, channels, MAY_BE_ARRAY|MAY_BE_STRING, NULL)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_pSubscribe, 0, 2, IS_VOID, 0)
	ZEND_ARG_TYPE_MASK(0, patterns, MAY_BE_ARRAY|MAY_BE_STRING, NULL)
	ZEND_ARG_TYPE_INFO(0, callback, IS_CALLABLE, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, timeout, IS_DOUBLE, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_sSubscribe arginfo_class_Rediskit_Client_subscribe

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_unsubscribe, 0, 0, _IS_BOOL, 0)
	ZEND_ARG_TYPE_MASK(0, channels, MAY_BE_ARRAY|MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_pUnsubscribe, 0, 0, _IS_BOOL, 0)
	ZEND_ARG_TYPE_MASK(0, patterns, MAY_BE_ARRAY|MAY_BE_STRING|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_sUnsubscribe arginfo_class_Rediskit_Client_unsubscribe

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_Rediskit_Client_scan, 0, 1, MAY_BE_ARRAY|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(1, cursor, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, pattern, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, type, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_MASK_EX(arginfo_class_Rediskit_Client_sScan, 0, 2, MAY_BE_ARRAY|MAY_BE_FALSE)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(1, cursor, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, pattern, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_hScan arginfo_class_Rediskit_Client_sScan

#define arginfo_class_Rediskit_Client_zScan arginfo_class_Rediskit_Client_sScan

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_INFO_EX(arginfo_class_Rediskit_Client_scanKeys, 0, 0, Iterator, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, match, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 0, "1000")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, type, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_health, 0, 0, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_select, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, database, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_auth, 0, 1, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, credentials, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_getOption, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_setOption, 0, 2, _IS_BOOL, 0)
	ZEND_ARG_TYPE_INFO(0, name, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_close, 0, 0, IS_VOID, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client__prefix, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client__pack, 0, 1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client__unpack, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_append, 0, 2, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, value, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_bitCount, 0, 1, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, start, IS_LONG, 0, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, end, IS_LONG, 0, "-1")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, bybit, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_bitField, 0, 1, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, operations, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_bitField_ro arginfo_class_Rediskit_Client_bitField

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_bitOp, 0, 3, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, operation, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, destination, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, key, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, other_keys, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_bitPos, 0, 2, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, bit, MAY_BE_BOOL|MAY_BE_LONG, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, start, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, end, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, bybit, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_decr, 0, 1, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, by, IS_LONG, 0, "1")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_decrBy, 0, 2, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, by, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_get, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_getBit, 0, 2, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, offset, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_getDel arginfo_class_Rediskit_Client_get

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_getEx, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_getRange, 0, 3, Rediskit\\Client, MAY_BE_STRING)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, start, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, end, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_getSet, 0, 2, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_incr arginfo_class_Rediskit_Client_decr

#define arginfo_class_Rediskit_Client_incrBy arginfo_class_Rediskit_Client_decrBy

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_incrByFloat, 0, 2, Rediskit\\Client, MAY_BE_DOUBLE)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, by, MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_lcs, 0, 2, Rediskit\\Client, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, key2, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_mGet, 0, 1, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, keys, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_mSet, 0, 1, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, values, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_mSetNx arginfo_class_Rediskit_Client_mSet

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_pSetEx, 0, 3, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, milliseconds, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_set, 0, 2, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
	ZEND_ARG_TYPE_MASK(0, options, MAY_BE_ARRAY|MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_NULL, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_setBit, 0, 3, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, offset, IS_LONG, 0)
	ZEND_ARG_TYPE_MASK(0, value, MAY_BE_BOOL|MAY_BE_LONG, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_setEx, 0, 3, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, seconds, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_setNx, 0, 2, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_setRange, 0, 3, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, offset, IS_LONG, 0)
	ZEND_ARG_TYPE_MASK(0, value, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_strLen, 0, 1, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_substr arginfo_class_Rediskit_Client_getRange

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_pfAdd, 0, 2, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, element, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_ARRAY, NULL)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, elements, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_pfCount, 0, 1, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_MASK(0, key, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, other_keys, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_pfMerge, 0, 2, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, destination, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, key, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, other_keys, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_hDel, 0, 2, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, field, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_ARRAY, NULL)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, other_fields, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_hExists, 0, 2, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, field, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_hGet, 0, 2, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, field, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_hGetAll, 0, 1, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_hIncrBy, 0, 3, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, field, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_INFO(0, by, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_hIncrByFloat, 0, 3, Rediskit\\Client, MAY_BE_DOUBLE)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, field, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_MASK(0, by, MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_hKeys arginfo_class_Rediskit_Client_hGetAll

#define arginfo_class_Rediskit_Client_hLen arginfo_class_Rediskit_Client_strLen

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_hMGet, 0, 2, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, fields, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_hMSet, 0, 2, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, values, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_hRandField, 0, 1, Rediskit\\Client, MAY_BE_STRING|MAY_BE_ARRAY|MAY_BE_FALSE|MAY_BE_NULL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_hSet, 0, 2, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, field, IS_MIXED, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, more, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_hSetNx, 0, 3, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, field, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_hStrLen, 0, 2, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, field, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_hVals arginfo_class_Rediskit_Client_hGetAll

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_blMove, 0, 5, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, source, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, destination, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, from, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, to, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, timeout, MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_blMPop, 0, 3, Rediskit\\Client, MAY_BE_ARRAY|MAY_BE_FALSE|MAY_BE_NULL)
	ZEND_ARG_TYPE_MASK(0, timeout, MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_INFO(0, keys, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, from, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_blPop, 0, 2, Rediskit\\Client, MAY_BE_ARRAY|MAY_BE_FALSE|MAY_BE_NULL)
	ZEND_ARG_TYPE_MASK(0, key, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO(0, timeout_or_key, IS_MIXED, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, more, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_brPop arginfo_class_Rediskit_Client_blPop

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_brPopLPush, 0, 3, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, source, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, destination, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, timeout, MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_lIndex, 0, 2, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, index, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_lInsert, 0, 4, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, position, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, pivot, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_lLen arginfo_class_Rediskit_Client_strLen

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_lMove, 0, 4, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, source, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, destination, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, from, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, to, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_lMPop, 0, 2, Rediskit\\Client, MAY_BE_ARRAY|MAY_BE_FALSE|MAY_BE_NULL)
	ZEND_ARG_TYPE_INFO(0, keys, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO(0, from, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_lPop, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_lPos, 0, 2, Rediskit\\Client, MAY_BE_LONG|MAY_BE_ARRAY|MAY_BE_FALSE|MAY_BE_NULL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_lPush, 0, 2, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, values, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_lPushX arginfo_class_Rediskit_Client_lPush

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_lRange, 0, 3, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, start, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, end, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_lRem, 0, 2, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_lSet, 0, 3, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, index, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, value, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_lTrim, 0, 3, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, start, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, end, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_rPop arginfo_class_Rediskit_Client_lPop

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_rPopLPush, 0, 2, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, source, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, destination, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_rPush arginfo_class_Rediskit_Client_lPush

#define arginfo_class_Rediskit_Client_rPushX arginfo_class_Rediskit_Client_lPush

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_sAdd, 0, 2, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, member, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_ARRAY, NULL)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, other_members, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_sAddArray, 0, 2, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, members, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_sCard arginfo_class_Rediskit_Client_strLen

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_sDiff, 0, 1, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_MASK(0, key, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, other_keys, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_sDiffStore, 0, 2, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, destination, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, key, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, other_keys, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_sInter arginfo_class_Rediskit_Client_sDiff

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_sInterCard, 0, 1, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, keys, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_sInterStore arginfo_class_Rediskit_Client_sDiffStore

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_sIsMember, 0, 2, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, member, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_sMembers arginfo_class_Rediskit_Client_hGetAll

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_sMIsMember, 0, 2, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, member, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_ARRAY, NULL)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, other_members, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_sMove, 0, 3, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, source, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, destination, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, member, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_sPop, 0, 1, Rediskit\\Client, MAY_BE_STRING|MAY_BE_ARRAY|MAY_BE_FALSE|MAY_BE_NULL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_sRandMember arginfo_class_Rediskit_Client_sPop

#define arginfo_class_Rediskit_Client_sRem arginfo_class_Rediskit_Client_sAdd

#define arginfo_class_Rediskit_Client_sUnion arginfo_class_Rediskit_Client_sDiff

#define arginfo_class_Rediskit_Client_sUnionStore arginfo_class_Rediskit_Client_sDiffStore

#define arginfo_class_Rediskit_Client_bzMPop arginfo_class_Rediskit_Client_blMPop

#define arginfo_class_Rediskit_Client_bzPopMax arginfo_class_Rediskit_Client_blPop

#define arginfo_class_Rediskit_Client_bzPopMin arginfo_class_Rediskit_Client_blPop

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_zAdd, 0, 2, Rediskit\\Client, MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_FALSE|MAY_BE_NULL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, score_or_options, MAY_BE_ARRAY|MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, more, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_zCard arginfo_class_Rediskit_Client_strLen

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_zCount, 0, 3, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, min, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_MASK(0, max, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_zDiff, 0, 1, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, keys, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_zDiffStore, 0, 2, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, destination, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, keys, IS_ARRAY, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_zIncrBy, 0, 3, Rediskit\\Client, MAY_BE_DOUBLE)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, by, MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_MASK(0, member, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_zInter, 0, 1, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, keys, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, weights, IS_ARRAY, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_zInterCard arginfo_class_Rediskit_Client_sInterCard

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_zInterStore, 0, 2, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, destination, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, keys, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, weights, IS_ARRAY, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, aggregate, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_zLexCount, 0, 3, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, min, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, max, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_zMPop arginfo_class_Rediskit_Client_lMPop

#define arginfo_class_Rediskit_Client_zMScore arginfo_class_Rediskit_Client_sMIsMember

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_zPopMax, 0, 1, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_zPopMin arginfo_class_Rediskit_Client_zPopMax

#define arginfo_class_Rediskit_Client_zRandMember arginfo_class_Rediskit_Client_hRandField

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_zRange, 0, 3, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, start, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_MASK(0, end, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_MASK(0, options, MAY_BE_ARRAY|MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_zRangeByLex, 0, 3, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, min, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, max, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, offset, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_zRangeByScore, 0, 3, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, min, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_MASK(0, max, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_zRangeStore, 0, 4, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, destination, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, source, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, start, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_MASK(0, end, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_zRank, 0, 2, Rediskit\\Client, MAY_BE_LONG|MAY_BE_ARRAY|MAY_BE_FALSE|MAY_BE_NULL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, member, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, with_score, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_zRem arginfo_class_Rediskit_Client_sAdd

#define arginfo_class_Rediskit_Client_zRemRangeByLex arginfo_class_Rediskit_Client_zLexCount

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_zRemRangeByRank, 0, 3, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, start, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, end, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_zRemRangeByScore arginfo_class_Rediskit_Client_zCount

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_zRevRange, 0, 3, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, start, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, end, IS_LONG, 0)
	ZEND_ARG_TYPE_MASK(0, options, MAY_BE_ARRAY|MAY_BE_BOOL|MAY_BE_NULL, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_zRevRangeByLex, 0, 3, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, max, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, min, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, offset, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_zRevRangeByScore, 0, 3, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, max, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_MASK(0, min, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_zRevRank arginfo_class_Rediskit_Client_zRank

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_zScore, 0, 2, Rediskit\\Client, MAY_BE_DOUBLE|MAY_BE_FALSE|MAY_BE_NULL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, member, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_zUnion arginfo_class_Rediskit_Client_zInter

#define arginfo_class_Rediskit_Client_zUnionStore arginfo_class_Rediskit_Client_zInterStore

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_xAck, 0, 3, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, group, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, id, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, other_ids, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_xAdd, 0, 3, Rediskit\\Client, MAY_BE_STRING|MAY_BE_FALSE|MAY_BE_NULL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, id, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, fields, IS_ARRAY, 0)
	ZEND_ARG_TYPE_MASK(0, maxlen, MAY_BE_LONG|MAY_BE_STRING, "0")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, approx, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, nomkstream, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_xAutoClaim, 0, 5, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, group, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, consumer, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, min_idle, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, start, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, justid, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_xClaim, 0, 5, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, group, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, consumer, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, min_idle, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, ids, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_xDel, 0, 2, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, id, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, other_ids, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_xGroup, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, operation, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, key, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, group, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, id_or_consumer, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, mkstream, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, entries_read, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_xInfo, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, operation, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, key, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, group_or_full, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_xLen arginfo_class_Rediskit_Client_strLen

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_xPending, 0, 2, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, group, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, start, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, end, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, consumer, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, min_idle, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_xRange, 0, 3, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, start, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, end, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_xRead, 0, 1, Rediskit\\Client, MAY_BE_ARRAY|MAY_BE_FALSE|MAY_BE_NULL)
	ZEND_ARG_TYPE_INFO(0, streams, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, block, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_xReadGroup, 0, 3, Rediskit\\Client, MAY_BE_ARRAY|MAY_BE_FALSE|MAY_BE_NULL)
	ZEND_ARG_TYPE_INFO(0, group, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, consumer, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, streams, IS_ARRAY, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, block, IS_LONG, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, noack, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_xRevRange, 0, 3, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, end, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, start, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_xSetId, 0, 2, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, id, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_xTrim, 0, 2, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, threshold, MAY_BE_STRING|MAY_BE_LONG, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, approx, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, minid, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, limit, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_geoAdd, 0, 4, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, longitude, MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_MASK(0, latitude, MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_MASK(0, member, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, more, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_geoDist, 0, 3, Rediskit\\Client, MAY_BE_DOUBLE|MAY_BE_FALSE|MAY_BE_NULL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, member1, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_MASK(0, member2, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, unit, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_geoHash arginfo_class_Rediskit_Client_sMIsMember

#define arginfo_class_Rediskit_Client_geoPos arginfo_class_Rediskit_Client_sMIsMember

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_geoRadius, 0, 5, Rediskit\\Client, MAY_BE_ARRAY|MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, longitude, MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_MASK(0, latitude, MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_MASK(0, radius, MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_INFO(0, unit, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_geoRadius_ro, 0, 5, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, longitude, MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_MASK(0, latitude, MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_MASK(0, radius, MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_INFO(0, unit, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_geoRadiusByMember, 0, 4, Rediskit\\Client, MAY_BE_ARRAY|MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, member, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_MASK(0, radius, MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_INFO(0, unit, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_geoRadiusByMember_ro, 0, 4, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, member, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_MASK(0, radius, MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_INFO(0, unit, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_geoSearch, 0, 4, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, position, MAY_BE_ARRAY|MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_MASK(0, shape, MAY_BE_ARRAY|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_INFO(0, unit, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_geoSearchStore, 0, 5, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, destination, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, source, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, position, MAY_BE_ARRAY|MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_MASK(0, shape, MAY_BE_ARRAY|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
	ZEND_ARG_TYPE_INFO(0, unit, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_copy, 0, 2, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, source, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, destination, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_del arginfo_class_Rediskit_Client_pfCount

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_dump, 0, 1, Rediskit\\Client, MAY_BE_STRING|MAY_BE_FALSE|MAY_BE_NULL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_exists arginfo_class_Rediskit_Client_pfCount

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_expire, 0, 2, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, seconds, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, mode, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_expireAt, 0, 2, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, timestamp, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, mode, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_expireTime arginfo_class_Rediskit_Client_strLen

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_keys, 0, 1, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, pattern, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_migrate, 0, 5, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, host, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, port, IS_LONG, 0)
	ZEND_ARG_TYPE_MASK(0, key, MAY_BE_STRING|MAY_BE_ARRAY, NULL)
	ZEND_ARG_TYPE_INFO(0, database, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, milliseconds, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, copy, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, replace, _IS_BOOL, 0, "false")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, credentials, IS_MIXED, 0, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_move, 0, 2, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, database, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_object, 0, 2, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, subcommand, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_persist, 0, 1, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_pExpire, 0, 2, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, milliseconds, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, mode, IS_STRING, 1, "null")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_pExpireAt arginfo_class_Rediskit_Client_expireAt

#define arginfo_class_Rediskit_Client_pExpireTime arginfo_class_Rediskit_Client_strLen

#define arginfo_class_Rediskit_Client_pTtl arginfo_class_Rediskit_Client_strLen

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_randomKey, 0, 0, Rediskit\\Client, MAY_BE_STRING|MAY_BE_FALSE|MAY_BE_NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_rename, 0, 2, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, source, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, destination, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_renameNx arginfo_class_Rediskit_Client_rename

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_restore, 0, 3, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO(0, milliseconds, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, dump, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_sort, 0, 1, Rediskit\\Client, MAY_BE_ARRAY|MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_sort_ro, 0, 1, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_touch arginfo_class_Rediskit_Client_pfCount

#define arginfo_class_Rediskit_Client_ttl arginfo_class_Rediskit_Client_strLen

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_type, 0, 1, Rediskit\\Client, MAY_BE_STRING)
	ZEND_ARG_TYPE_INFO(0, key, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_unlink arginfo_class_Rediskit_Client_pfCount

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_wait, 0, 2, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, replicas, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, milliseconds, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_waitAof, 0, 3, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_TYPE_INFO(0, local, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, replicas, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, milliseconds, IS_LONG, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_eval, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, script, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, args, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, numkeys, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_eval_ro arginfo_class_Rediskit_Client_eval

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_evalSha, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, sha1, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, args, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, numkeys, IS_LONG, 0, "0")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_evalSha_ro arginfo_class_Rediskit_Client_evalSha

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_fCall, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, function, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, keys, IS_ARRAY, 0, "[]")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, args, IS_ARRAY, 0, "[]")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_fCall_ro arginfo_class_Rediskit_Client_fCall

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_function, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, operation, IS_STRING, 0)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_script arginfo_class_Rediskit_Client_function

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_publish, 0, 2, Rediskit\\Client, MAY_BE_LONG)
	ZEND_ARG_TYPE_INFO(0, channel, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, message, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_pubSub arginfo_class_Rediskit_Client_function

#define arginfo_class_Rediskit_Client_sPublish arginfo_class_Rediskit_Client_publish

#define arginfo_class_Rediskit_Client_acl arginfo_class_Rediskit_Client_function

#define arginfo_class_Rediskit_Client_bgRewriteAof arginfo_class_Rediskit_Client_discard

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_bgSave, 0, 0, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, schedule, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_client arginfo_class_Rediskit_Client_function

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_config, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, operation, IS_STRING, 0)
	ZEND_ARG_TYPE_MASK(0, name, MAY_BE_ARRAY|MAY_BE_STRING|MAY_BE_NULL, "null")
	ZEND_ARG_TYPE_MASK(0, value, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_dbSize, 0, 0, Rediskit\\Client, MAY_BE_LONG)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_echo, 0, 1, Rediskit\\Client, MAY_BE_STRING)
	ZEND_ARG_TYPE_MASK(0, message, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE, NULL)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_failover, 0, 0, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_flushAll, 0, 0, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, async, _IS_BOOL, 0, "false")
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_flushDB arginfo_class_Rediskit_Client_flushAll

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_info, 0, 0, Rediskit\\Client, MAY_BE_ARRAY)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, sections, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_lastSave arginfo_class_Rediskit_Client_dbSize

#define arginfo_class_Rediskit_Client_latency arginfo_class_Rediskit_Client_function

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_lolwut, 0, 0, Rediskit\\Client, MAY_BE_STRING)
	ZEND_ARG_VARIADIC_TYPE_INFO(0, args, IS_MIXED, 0)
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_memory, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, operation, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, argument, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, options, IS_ARRAY, 1, "null")
	ZEND_ARG_VARIADIC_TYPE_INFO(0, named, IS_MIXED, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_module arginfo_class_Rediskit_Client_function

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_ping, 0, 0, Rediskit\\Client, MAY_BE_STRING|MAY_BE_BOOL)
	ZEND_ARG_TYPE_MASK(0, message, MAY_BE_STRING|MAY_BE_LONG|MAY_BE_DOUBLE|MAY_BE_NULL, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_replicaOf, 0, 0, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, host, IS_STRING, 1, "null")
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, port, IS_LONG, 0, "6379")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_role, 0, 0, Rediskit\\Client, MAY_BE_ARRAY)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_save arginfo_class_Rediskit_Client_discard

#define arginfo_class_Rediskit_Client_slaveOf arginfo_class_Rediskit_Client_replicaOf

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_Client_slowLog, 0, 1, IS_MIXED, 0)
	ZEND_ARG_TYPE_INFO(0, operation, IS_STRING, 0)
	ZEND_ARG_TYPE_INFO_WITH_DEFAULT_VALUE(0, count, IS_LONG, 1, "null")
ZEND_END_ARG_INFO()

ZEND_BEGIN_ARG_WITH_RETURN_OBJ_TYPE_MASK_EX(arginfo_class_Rediskit_Client_swapDb, 0, 2, Rediskit\\Client, MAY_BE_BOOL)
	ZEND_ARG_TYPE_INFO(0, a, IS_LONG, 0)
	ZEND_ARG_TYPE_INFO(0, b, IS_LONG, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_Client_time arginfo_class_Rediskit_Client_role


ZEND_METHOD(Rediskit_Client, __construct);
ZEND_METHOD(Rediskit_Client, command);
ZEND_METHOD(Rediskit_Client, rawCommand);
ZEND_METHOD(Rediskit_Client, pipeline);
ZEND_METHOD(Rediskit_Client, multi);
ZEND_METHOD(Rediskit_Client, exec);
ZEND_METHOD(Rediskit_Client, discard);
ZEND_METHOD(Rediskit_Client, transaction);
ZEND_METHOD(Rediskit_Client, watch);
ZEND_METHOD(Rediskit_Client, unwatch);
ZEND_METHOD(Rediskit_Client, subscribe);
ZEND_METHOD(Rediskit_Client, pSubscribe);
ZEND_METHOD(Rediskit_Client, sSubscribe);
ZEND_METHOD(Rediskit_Client, unsubscribe);
ZEND_METHOD(Rediskit_Client, pUnsubscribe);
ZEND_METHOD(Rediskit_Client, sUnsubscribe);
ZEND_METHOD(Rediskit_Client, scan);
ZEND_METHOD(Rediskit_Client, sScan);
ZEND_METHOD(Rediskit_Client, hScan);
ZEND_METHOD(Rediskit_Client, zScan);
ZEND_METHOD(Rediskit_Client, scanKeys);
ZEND_METHOD(Rediskit_Client, health);
ZEND_METHOD(Rediskit_Client, select);
ZEND_METHOD(Rediskit_Client, auth);
ZEND_METHOD(Rediskit_Client, getOption);
ZEND_METHOD(Rediskit_Client, setOption);
ZEND_METHOD(Rediskit_Client, close);
ZEND_METHOD(Rediskit_Client, _prefix);
ZEND_METHOD(Rediskit_Client, _pack);
ZEND_METHOD(Rediskit_Client, _unpack);
ZEND_METHOD(Rediskit_Client, get);


static const zend_function_entry class_Rediskit_Client_methods[] = {
	ZEND_ME(Rediskit_Client, __construct, arginfo_class_Rediskit_Client___construct, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, command, arginfo_class_Rediskit_Client_command, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, rawCommand, arginfo_class_Rediskit_Client_rawCommand, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, pipeline, arginfo_class_Rediskit_Client_pipeline, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, multi, arginfo_class_Rediskit_Client_multi, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, exec, arginfo_class_Rediskit_Client_exec, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, discard, arginfo_class_Rediskit_Client_discard, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, transaction, arginfo_class_Rediskit_Client_transaction, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, watch, arginfo_class_Rediskit_Client_watch, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, unwatch, arginfo_class_Rediskit_Client_unwatch, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, subscribe, arginfo_class_Rediskit_Client_subscribe, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, pSubscribe, arginfo_class_Rediskit_Client_pSubscribe, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, sSubscribe, arginfo_class_Rediskit_Client_sSubscribe, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, unsubscribe, arginfo_class_Rediskit_Client_unsubscribe, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, pUnsubscribe, arginfo_class_Rediskit_Client_pUnsubscribe, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, sUnsubscribe, arginfo_class_Rediskit_Client_sUnsubscribe, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, scan, arginfo_class_Rediskit_Client_scan, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, sScan, arginfo_class_Rediskit_Client_sScan, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, hScan, arginfo_class_Rediskit_Client_hScan, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, zScan, arginfo_class_Rediskit_Client_zScan, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, scanKeys, arginfo_class_Rediskit_Client_scanKeys, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, health, arginfo_class_Rediskit_Client_health, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, select, arginfo_class_Rediskit_Client_select, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, auth, arginfo_class_Rediskit_Client_auth, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, getOption, arginfo_class_Rediskit_Client_getOption, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, setOption, arginfo_class_Rediskit_Client_setOption, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, close, arginfo_class_Rediskit_Client_close, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, _prefix, arginfo_class_Rediskit_Client__prefix, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, _pack, arginfo_class_Rediskit_Client__pack, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, _unpack, arginfo_class_Rediskit_Client__unpack, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, append, get, arginfo_class_Rediskit_Client_append, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, bitCount, get, arginfo_class_Rediskit_Client_bitCount, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, bitField, get, arginfo_class_Rediskit_Client_bitField, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, bitField_ro, get, arginfo_class_Rediskit_Client_bitField_ro, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, bitOp, get, arginfo_class_Rediskit_Client_bitOp, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, bitPos, get, arginfo_class_Rediskit_Client_bitPos, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, decr, get, arginfo_class_Rediskit_Client_decr, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, decrBy, get, arginfo_class_Rediskit_Client_decrBy, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_Client, get, arginfo_class_Rediskit_Client_get, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, getBit, get, arginfo_class_Rediskit_Client_getBit, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, getDel, get, arginfo_class_Rediskit_Client_getDel, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, getEx, get, arginfo_class_Rediskit_Client_getEx, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, getRange, get, arginfo_class_Rediskit_Client_getRange, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, getSet, get, arginfo_class_Rediskit_Client_getSet, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, incr, get, arginfo_class_Rediskit_Client_incr, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, incrBy, get, arginfo_class_Rediskit_Client_incrBy, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, incrByFloat, get, arginfo_class_Rediskit_Client_incrByFloat, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, lcs, get, arginfo_class_Rediskit_Client_lcs, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, mGet, get, arginfo_class_Rediskit_Client_mGet, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, mSet, get, arginfo_class_Rediskit_Client_mSet, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, mSetNx, get, arginfo_class_Rediskit_Client_mSetNx, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, pSetEx, get, arginfo_class_Rediskit_Client_pSetEx, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, set, get, arginfo_class_Rediskit_Client_set, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, setBit, get, arginfo_class_Rediskit_Client_setBit, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, setEx, get, arginfo_class_Rediskit_Client_setEx, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, setNx, get, arginfo_class_Rediskit_Client_setNx, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, setRange, get, arginfo_class_Rediskit_Client_setRange, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, strLen, get, arginfo_class_Rediskit_Client_strLen, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, substr, get, arginfo_class_Rediskit_Client_substr, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, pfAdd, get, arginfo_class_Rediskit_Client_pfAdd, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, pfCount, get, arginfo_class_Rediskit_Client_pfCount, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, pfMerge, get, arginfo_class_Rediskit_Client_pfMerge, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, hDel, get, arginfo_class_Rediskit_Client_hDel, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, hExists, get, arginfo_class_Rediskit_Client_hExists, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, hGet, get, arginfo_class_Rediskit_Client_hGet, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, hGetAll, get, arginfo_class_Rediskit_Client_hGetAll, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, hIncrBy, get, arginfo_class_Rediskit_Client_hIncrBy, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, hIncrByFloat, get, arginfo_class_Rediskit_Client_hIncrByFloat, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, hKeys, get, arginfo_class_Rediskit_Client_hKeys, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, hLen, get, arginfo_class_Rediskit_Client_hLen, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, hMGet, get, arginfo_class_Rediskit_Client_hMGet, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, hMSet, get, arginfo_class_Rediskit_Client_hMSet, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, hRandField, get, arginfo_class_Rediskit_Client_hRandField, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, hSet, get, arginfo_class_Rediskit_Client_hSet, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, hSetNx, get, arginfo_class_Rediskit_Client_hSetNx, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, hStrLen, get, arginfo_class_Rediskit_Client_hStrLen, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, hVals, get, arginfo_class_Rediskit_Client_hVals, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, blMove, get, arginfo_class_Rediskit_Client_blMove, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, blMPop, get, arginfo_class_Rediskit_Client_blMPop, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, blPop, get, arginfo_class_Rediskit_Client_blPop, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, brPop, get, arginfo_class_Rediskit_Client_brPop, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, brPopLPush, get, arginfo_class_Rediskit_Client_brPopLPush, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, lIndex, get, arginfo_class_Rediskit_Client_lIndex, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, lInsert, get, arginfo_class_Rediskit_Client_lInsert, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, lLen, get, arginfo_class_Rediskit_Client_lLen, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, lMove, get, arginfo_class_Rediskit_Client_lMove, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, lMPop, get, arginfo_class_Rediskit_Client_lMPop, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, lPop, get, arginfo_class_Rediskit_Client_lPop, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, lPos, get, arginfo_class_Rediskit_Client_lPos, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, lPush, get, arginfo_class_Rediskit_Client_lPush, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, lPushX, get, arginfo_class_Rediskit_Client_lPushX, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, lRange, get, arginfo_class_Rediskit_Client_lRange, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, lRem, get, arginfo_class_Rediskit_Client_lRem, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, lSet, get, arginfo_class_Rediskit_Client_lSet, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, lTrim, get, arginfo_class_Rediskit_Client_lTrim, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, rPop, get, arginfo_class_Rediskit_Client_rPop, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, rPopLPush, get, arginfo_class_Rediskit_Client_rPopLPush, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, rPush, get, arginfo_class_Rediskit_Client_rPush, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, rPushX, get, arginfo_class_Rediskit_Client_rPushX, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sAdd, get, arginfo_class_Rediskit_Client_sAdd, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sAddArray, get, arginfo_class_Rediskit_Client_sAddArray, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sCard, get, arginfo_class_Rediskit_Client_sCard, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sDiff, get, arginfo_class_Rediskit_Client_sDiff, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sDiffStore, get, arginfo_class_Rediskit_Client_sDiffStore, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sInter, get, arginfo_class_Rediskit_Client_sInter, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sInterCard, get, arginfo_class_Rediskit_Client_sInterCard, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sInterStore, get, arginfo_class_Rediskit_Client_sInterStore, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sIsMember, get, arginfo_class_Rediskit_Client_sIsMember, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sMembers, get, arginfo_class_Rediskit_Client_sMembers, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sMIsMember, get, arginfo_class_Rediskit_Client_sMIsMember, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sMove, get, arginfo_class_Rediskit_Client_sMove, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sPop, get, arginfo_class_Rediskit_Client_sPop, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sRandMember, get, arginfo_class_Rediskit_Client_sRandMember, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sRem, get, arginfo_class_Rediskit_Client_sRem, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sUnion, get, arginfo_class_Rediskit_Client_sUnion, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sUnionStore, get, arginfo_class_Rediskit_Client_sUnionStore, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, bzMPop, get, arginfo_class_Rediskit_Client_bzMPop, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, bzPopMax, get, arginfo_class_Rediskit_Client_bzPopMax, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, bzPopMin, get, arginfo_class_Rediskit_Client_bzPopMin, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zAdd, get, arginfo_class_Rediskit_Client_zAdd, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zCard, get, arginfo_class_Rediskit_Client_zCard, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zCount, get, arginfo_class_Rediskit_Client_zCount, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zDiff, get, arginfo_class_Rediskit_Client_zDiff, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zDiffStore, get, arginfo_class_Rediskit_Client_zDiffStore, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zIncrBy, get, arginfo_class_Rediskit_Client_zIncrBy, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zInter, get, arginfo_class_Rediskit_Client_zInter, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zInterCard, get, arginfo_class_Rediskit_Client_zInterCard, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zInterStore, get, arginfo_class_Rediskit_Client_zInterStore, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zLexCount, get, arginfo_class_Rediskit_Client_zLexCount, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zMPop, get, arginfo_class_Rediskit_Client_zMPop, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zMScore, get, arginfo_class_Rediskit_Client_zMScore, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zPopMax, get, arginfo_class_Rediskit_Client_zPopMax, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zPopMin, get, arginfo_class_Rediskit_Client_zPopMin, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zRandMember, get, arginfo_class_Rediskit_Client_zRandMember, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zRange, get, arginfo_class_Rediskit_Client_zRange, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zRangeByLex, get, arginfo_class_Rediskit_Client_zRangeByLex, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zRangeByScore, get, arginfo_class_Rediskit_Client_zRangeByScore, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zRangeStore, get, arginfo_class_Rediskit_Client_zRangeStore, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zRank, get, arginfo_class_Rediskit_Client_zRank, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zRem, get, arginfo_class_Rediskit_Client_zRem, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zRemRangeByLex, get, arginfo_class_Rediskit_Client_zRemRangeByLex, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zRemRangeByRank, get, arginfo_class_Rediskit_Client_zRemRangeByRank, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zRemRangeByScore, get, arginfo_class_Rediskit_Client_zRemRangeByScore, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zRevRange, get, arginfo_class_Rediskit_Client_zRevRange, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zRevRangeByLex, get, arginfo_class_Rediskit_Client_zRevRangeByLex, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zRevRangeByScore, get, arginfo_class_Rediskit_Client_zRevRangeByScore, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zRevRank, get, arginfo_class_Rediskit_Client_zRevRank, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zScore, get, arginfo_class_Rediskit_Client_zScore, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zUnion, get, arginfo_class_Rediskit_Client_zUnion, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, zUnionStore, get, arginfo_class_Rediskit_Client_zUnionStore, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, xAck, get, arginfo_class_Rediskit_Client_xAck, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, xAdd, get, arginfo_class_Rediskit_Client_xAdd, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, xAutoClaim, get, arginfo_class_Rediskit_Client_xAutoClaim, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, xClaim, get, arginfo_class_Rediskit_Client_xClaim, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, xDel, get, arginfo_class_Rediskit_Client_xDel, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, xGroup, get, arginfo_class_Rediskit_Client_xGroup, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, xInfo, get, arginfo_class_Rediskit_Client_xInfo, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, xLen, get, arginfo_class_Rediskit_Client_xLen, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, xPending, get, arginfo_class_Rediskit_Client_xPending, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, xRange, get, arginfo_class_Rediskit_Client_xRange, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, xRead, get, arginfo_class_Rediskit_Client_xRead, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, xReadGroup, get, arginfo_class_Rediskit_Client_xReadGroup, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, xRevRange, get, arginfo_class_Rediskit_Client_xRevRange, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, xSetId, get, arginfo_class_Rediskit_Client_xSetId, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, xTrim, get, arginfo_class_Rediskit_Client_xTrim, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, geoAdd, get, arginfo_class_Rediskit_Client_geoAdd, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, geoDist, get, arginfo_class_Rediskit_Client_geoDist, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, geoHash, get, arginfo_class_Rediskit_Client_geoHash, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, geoPos, get, arginfo_class_Rediskit_Client_geoPos, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, geoRadius, get, arginfo_class_Rediskit_Client_geoRadius, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, geoRadius_ro, get, arginfo_class_Rediskit_Client_geoRadius_ro, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, geoRadiusByMember, get, arginfo_class_Rediskit_Client_geoRadiusByMember, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, geoRadiusByMember_ro, get, arginfo_class_Rediskit_Client_geoRadiusByMember_ro, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, geoSearch, get, arginfo_class_Rediskit_Client_geoSearch, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, geoSearchStore, get, arginfo_class_Rediskit_Client_geoSearchStore, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, copy, get, arginfo_class_Rediskit_Client_copy, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, del, get, arginfo_class_Rediskit_Client_del, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, dump, get, arginfo_class_Rediskit_Client_dump, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, exists, get, arginfo_class_Rediskit_Client_exists, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, expire, get, arginfo_class_Rediskit_Client_expire, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, expireAt, get, arginfo_class_Rediskit_Client_expireAt, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, expireTime, get, arginfo_class_Rediskit_Client_expireTime, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, keys, get, arginfo_class_Rediskit_Client_keys, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, migrate, get, arginfo_class_Rediskit_Client_migrate, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, move, get, arginfo_class_Rediskit_Client_move, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, object, get, arginfo_class_Rediskit_Client_object, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, persist, get, arginfo_class_Rediskit_Client_persist, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, pExpire, get, arginfo_class_Rediskit_Client_pExpire, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, pExpireAt, get, arginfo_class_Rediskit_Client_pExpireAt, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, pExpireTime, get, arginfo_class_Rediskit_Client_pExpireTime, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, pTtl, get, arginfo_class_Rediskit_Client_pTtl, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, randomKey, get, arginfo_class_Rediskit_Client_randomKey, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, rename, get, arginfo_class_Rediskit_Client_rename, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, renameNx, get, arginfo_class_Rediskit_Client_renameNx, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, restore, get, arginfo_class_Rediskit_Client_restore, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sort, get, arginfo_class_Rediskit_Client_sort, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sort_ro, get, arginfo_class_Rediskit_Client_sort_ro, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, touch, get, arginfo_class_Rediskit_Client_touch, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, ttl, get, arginfo_class_Rediskit_Client_ttl, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, type, get, arginfo_class_Rediskit_Client_type, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, unlink, get, arginfo_class_Rediskit_Client_unlink, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, wait, get, arginfo_class_Rediskit_Client_wait, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, waitAof, get, arginfo_class_Rediskit_Client_waitAof, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, eval, get, arginfo_class_Rediskit_Client_eval, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, eval_ro, get, arginfo_class_Rediskit_Client_eval_ro, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, evalSha, get, arginfo_class_Rediskit_Client_evalSha, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, evalSha_ro, get, arginfo_class_Rediskit_Client_evalSha_ro, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, fCall, get, arginfo_class_Rediskit_Client_fCall, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, fCall_ro, get, arginfo_class_Rediskit_Client_fCall_ro, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, function, get, arginfo_class_Rediskit_Client_function, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, script, get, arginfo_class_Rediskit_Client_script, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, publish, get, arginfo_class_Rediskit_Client_publish, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, pubSub, get, arginfo_class_Rediskit_Client_pubSub, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, sPublish, get, arginfo_class_Rediskit_Client_sPublish, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, acl, get, arginfo_class_Rediskit_Client_acl, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, bgRewriteAof, get, arginfo_class_Rediskit_Client_bgRewriteAof, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, bgSave, get, arginfo_class_Rediskit_Client_bgSave, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, client, get, arginfo_class_Rediskit_Client_client, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, config, get, arginfo_class_Rediskit_Client_config, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, dbSize, get, arginfo_class_Rediskit_Client_dbSize, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, echo, get, arginfo_class_Rediskit_Client_echo, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, failover, get, arginfo_class_Rediskit_Client_failover, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, flushAll, get, arginfo_class_Rediskit_Client_flushAll, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, flushDB, get, arginfo_class_Rediskit_Client_flushDB, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, info, get, arginfo_class_Rediskit_Client_info, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, lastSave, get, arginfo_class_Rediskit_Client_lastSave, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, latency, get, arginfo_class_Rediskit_Client_latency, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, lolwut, get, arginfo_class_Rediskit_Client_lolwut, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, memory, get, arginfo_class_Rediskit_Client_memory, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, module, get, arginfo_class_Rediskit_Client_module, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, ping, get, arginfo_class_Rediskit_Client_ping, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, replicaOf, get, arginfo_class_Rediskit_Client_replicaOf, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, role, get, arginfo_class_Rediskit_Client_role, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, save, get, arginfo_class_Rediskit_Client_save, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, slaveOf, get, arginfo_class_Rediskit_Client_slaveOf, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, slowLog, get, arginfo_class_Rediskit_Client_slowLog, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, swapDb, get, arginfo_class_Rediskit_Client_swapDb, ZEND_ACC_PUBLIC)
	ZEND_MALIAS(Rediskit_Client, time, get, arginfo_class_Rediskit_Client_time, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};

static zend_class_entry *register_class_Rediskit_Client(void)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "Client", class_Rediskit_Client_methods);
	class_entry = zend_register_internal_class_ex(&ce, NULL);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES|ZEND_ACC_NOT_SERIALIZABLE;


	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "__construct", sizeof("__construct") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "command", sizeof("command") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "rawcommand", sizeof("rawcommand") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "auth", sizeof("auth") - 1), 0, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "setoption", sizeof("setoption") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "migrate", sizeof("migrate") - 1), 7, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "acl", sizeof("acl") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "config", sizeof("config") - 1), 1, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	zend_add_parameter_attribute(zend_hash_str_find_ptr(&class_entry->function_table, "config", sizeof("config") - 1), 2, ZSTR_KNOWN(ZEND_STR_SENSITIVEPARAMETER), 0);

	return class_entry;
}
