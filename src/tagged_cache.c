/* tagged_cache.c: Cache::tags(), and Rediskit\TaggedCache: a Cache whose values are there until one of its tags is flushed. The object is
 * that of a Cache with tags, and the methods, but for flush(), are Cache's own; see rk_cache.h and rk_tags.h. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "rk_cache.h"

#include "../stubs/TaggedCache_arginfo.h"

zend_class_entry *rk_ce_tagged_cache;

/* Adds one name, argument number arg_num or in it. False: an exception is pending. */
static bool add_name(HashTable *names, zval *name, uint32_t arg_num)
{
	ZVAL_DEREF(name);
	if (Z_TYPE_P(name) != IS_STRING) {
		zend_argument_type_error(arg_num, "must be a tag, or a list of tags: strings, but one is %s", zend_zval_type_name(name));
		return false;
	}
	if (Z_STRLEN_P(name) == 0) {
		zend_argument_value_error(arg_num, "must be a tag, or a list of tags, but one is an empty string");
		return false;
	}
	zend_hash_add_empty_element(names, Z_STR_P(name));
	return true;
}

static bool add_names(HashTable *names, zval *arguments, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		zval *argument = &arguments[i], *name;

		ZVAL_DEREF(argument);
		if (Z_TYPE_P(argument) != IS_ARRAY) {
			if (!add_name(names, argument, i + 1)) {
				return false;
			}
			continue;
		}
		ZEND_HASH_FOREACH_VAL(Z_ARRVAL_P(argument), name) {
			if (!add_name(names, name, i + 1)) {
				return false;
			}
		}
		ZEND_HASH_FOREACH_END();
	}
	if (zend_hash_num_elements(names) == 0) {
		zend_value_error("Rediskit\\Cache::tags() needs at least one tag");
		return false;
	}
	if (zend_hash_num_elements(names) > RK_TAGS_MOST) {
		zend_value_error("Rediskit\\Cache::tags() takes at most %d tags, %u given", RK_TAGS_MOST, zend_hash_num_elements(names));
		return false;
	}
	return true;
}

PHP_METHOD(Rediskit_Cache, tags)
{
	rk_cache *cache, *tagged;
	HashTable names;
	zval *arguments;
	uint32_t count;

	ZEND_PARSE_PARAMETERS_START(0, -1)
		Z_PARAM_VARIADIC('*', arguments, count)
	ZEND_PARSE_PARAMETERS_END();

	if (!(cache = rk_cache_of_this(ZEND_THIS)) || !rk_cache_allows(&cache->terms, "tags()")) {
		RETURN_THROWS();
	}
	zend_hash_init(&names, 8, NULL, NULL, false);
	if (add_names(&names, arguments, count) && object_init_ex(return_value, rk_ce_tagged_cache) == SUCCESS) {
		tagged = rk_cache_of_object(Z_OBJ_P(return_value));
		tagged->handle = rk_handle_share(cache->handle);
		tagged->tags = rk_tags_create(cache->handle, &names);
		tagged->terms = cache->terms;
		ZVAL_COPY(&tagged->on_event, &cache->on_event);
		tagged->lock_ttl = cache->lock_ttl;
	}
	zend_hash_destroy(&names);
}

PHP_METHOD(Rediskit_TaggedCache, __construct)
{
	ZEND_PARSE_PARAMETERS_NONE();
}

PHP_METHOD(Rediskit_TaggedCache, flush)
{
	rk_cache *cache;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_NONE();

	if (!(cache = rk_cache_of_this(ZEND_THIS))) {
		RETURN_THROWS();
	}
	status = rk_tags_flush(cache->handle, cache->tags, &err);
	if (rk_cache_succeeded(cache, ZSTR_EMPTY_ALLOC(), status, &err)) {
		RETURN_BOOL(status == RK_OK);
	}
}

zend_result rk_tagged_cache_minit(void)
{
	rk_ce_tagged_cache = register_class_Rediskit_TaggedCache();
	rk_ce_tagged_cache->create_object = rk_cache_create_object;
	return SUCCESS;
}
