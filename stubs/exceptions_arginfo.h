/* This is a generated file, edit the .stub.php file instead.
 * Stub hash: 425e79d73a3ed7c927360e3f6cb2d8276cc2418a */

ZEND_BEGIN_ARG_WITH_RETURN_TYPE_INFO_EX(arginfo_class_Rediskit_CommandException_getPrefix, 0, 0, IS_STRING, 0)
ZEND_END_ARG_INFO()

#define arginfo_class_Rediskit_CommandException_getCommand arginfo_class_Rediskit_CommandException_getPrefix


ZEND_METHOD(Rediskit_CommandException, getPrefix);
ZEND_METHOD(Rediskit_CommandException, getCommand);


static const zend_function_entry class_Rediskit_RediskitException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_ConnectionException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_TimeoutException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_AuthenticationException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_TlsException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_PoolExhaustedException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_OutcomeUnknownException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_CommandException_methods[] = {
	ZEND_ME(Rediskit_CommandException, getPrefix, arginfo_class_Rediskit_CommandException_getPrefix, ZEND_ACC_PUBLIC)
	ZEND_ME(Rediskit_CommandException, getCommand, arginfo_class_Rediskit_CommandException_getCommand, ZEND_ACC_PUBLIC)
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_WrongTypeException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_ReadOnlyException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_OutOfMemoryException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_NoScriptException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_BusyException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_LoadingException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_TryAgainException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_ClusterDownException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_NoPermissionException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_CrossSlotException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_ExecAbortedException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_MisconfiguredException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_NoReplicasException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_AlreadyExistsException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_NoGroupException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_CodecException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_LockException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_LockTimeoutException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_LockLostException_methods[] = {
	ZEND_FE_END
};


static const zend_function_entry class_Rediskit_ConfigException_methods[] = {
	ZEND_FE_END
};

static zend_class_entry *register_class_Rediskit_RediskitException(zend_class_entry *class_entry_RuntimeException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "RediskitException", class_Rediskit_RediskitException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_RuntimeException);

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_ConnectionException(zend_class_entry *class_entry_Rediskit_RediskitException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "ConnectionException", class_Rediskit_ConnectionException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_RediskitException);
	class_entry->ce_flags |= ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_TimeoutException(zend_class_entry *class_entry_Rediskit_ConnectionException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "TimeoutException", class_Rediskit_TimeoutException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_ConnectionException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_AuthenticationException(zend_class_entry *class_entry_Rediskit_ConnectionException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "AuthenticationException", class_Rediskit_AuthenticationException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_ConnectionException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_TlsException(zend_class_entry *class_entry_Rediskit_ConnectionException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "TlsException", class_Rediskit_TlsException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_ConnectionException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_PoolExhaustedException(zend_class_entry *class_entry_Rediskit_ConnectionException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "PoolExhaustedException", class_Rediskit_PoolExhaustedException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_ConnectionException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_OutcomeUnknownException(zend_class_entry *class_entry_Rediskit_RediskitException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "OutcomeUnknownException", class_Rediskit_OutcomeUnknownException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_RediskitException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_CommandException(zend_class_entry *class_entry_Rediskit_RediskitException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "CommandException", class_Rediskit_CommandException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_RediskitException);
	class_entry->ce_flags |= ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	zval property_prefix_default_value;
	ZVAL_EMPTY_STRING(&property_prefix_default_value);
	zend_string *property_prefix_name = zend_string_init("prefix", sizeof("prefix") - 1, 1);
	zend_declare_typed_property(class_entry, property_prefix_name, &property_prefix_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_prefix_name);

	zval property_command_default_value;
	ZVAL_EMPTY_STRING(&property_command_default_value);
	zend_string *property_command_name = zend_string_init("command", sizeof("command") - 1, 1);
	zend_declare_typed_property(class_entry, property_command_name, &property_command_default_value, ZEND_ACC_PRIVATE, NULL, (zend_type) ZEND_TYPE_INIT_MASK(MAY_BE_STRING));
	zend_string_release(property_command_name);

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_WrongTypeException(zend_class_entry *class_entry_Rediskit_CommandException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "WrongTypeException", class_Rediskit_WrongTypeException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_CommandException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_ReadOnlyException(zend_class_entry *class_entry_Rediskit_CommandException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "ReadOnlyException", class_Rediskit_ReadOnlyException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_CommandException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_OutOfMemoryException(zend_class_entry *class_entry_Rediskit_CommandException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "OutOfMemoryException", class_Rediskit_OutOfMemoryException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_CommandException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_NoScriptException(zend_class_entry *class_entry_Rediskit_CommandException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "NoScriptException", class_Rediskit_NoScriptException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_CommandException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_BusyException(zend_class_entry *class_entry_Rediskit_CommandException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "BusyException", class_Rediskit_BusyException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_CommandException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_LoadingException(zend_class_entry *class_entry_Rediskit_CommandException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "LoadingException", class_Rediskit_LoadingException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_CommandException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_TryAgainException(zend_class_entry *class_entry_Rediskit_CommandException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "TryAgainException", class_Rediskit_TryAgainException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_CommandException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_ClusterDownException(zend_class_entry *class_entry_Rediskit_CommandException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "ClusterDownException", class_Rediskit_ClusterDownException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_CommandException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_NoPermissionException(zend_class_entry *class_entry_Rediskit_CommandException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "NoPermissionException", class_Rediskit_NoPermissionException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_CommandException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_CrossSlotException(zend_class_entry *class_entry_Rediskit_CommandException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "CrossSlotException", class_Rediskit_CrossSlotException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_CommandException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_ExecAbortedException(zend_class_entry *class_entry_Rediskit_CommandException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "ExecAbortedException", class_Rediskit_ExecAbortedException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_CommandException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_MisconfiguredException(zend_class_entry *class_entry_Rediskit_CommandException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "MisconfiguredException", class_Rediskit_MisconfiguredException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_CommandException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_NoReplicasException(zend_class_entry *class_entry_Rediskit_CommandException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "NoReplicasException", class_Rediskit_NoReplicasException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_CommandException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_AlreadyExistsException(zend_class_entry *class_entry_Rediskit_CommandException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "AlreadyExistsException", class_Rediskit_AlreadyExistsException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_CommandException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_NoGroupException(zend_class_entry *class_entry_Rediskit_CommandException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "NoGroupException", class_Rediskit_NoGroupException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_CommandException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_CodecException(zend_class_entry *class_entry_Rediskit_RediskitException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "CodecException", class_Rediskit_CodecException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_RediskitException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_LockException(zend_class_entry *class_entry_Rediskit_RediskitException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "LockException", class_Rediskit_LockException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_RediskitException);
	class_entry->ce_flags |= ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_LockTimeoutException(zend_class_entry *class_entry_Rediskit_LockException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "LockTimeoutException", class_Rediskit_LockTimeoutException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_LockException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_LockLostException(zend_class_entry *class_entry_Rediskit_LockException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "LockLostException", class_Rediskit_LockLostException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_LockException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}

static zend_class_entry *register_class_Rediskit_ConfigException(zend_class_entry *class_entry_Rediskit_RediskitException)
{
	zend_class_entry ce, *class_entry;

	INIT_NS_CLASS_ENTRY(ce, "Rediskit", "ConfigException", class_Rediskit_ConfigException_methods);
	class_entry = zend_register_internal_class_ex(&ce, class_entry_Rediskit_RediskitException);
	class_entry->ce_flags |= ZEND_ACC_FINAL|ZEND_ACC_NO_DYNAMIC_PROPERTIES;

	return class_entry;
}
