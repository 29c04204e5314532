dnl Build of the rediskit extension for phpize: ./configure --enable-rediskit
dnl
dnl Needs hiredis >= 0.14.1 (its reply reader only), libzstd and OpenSSL, found through pkg-config; lz4 on request.
dnl bin/file-lists keeps the list of sources, and tests/project checks it.

PHP_ARG_ENABLE([rediskit],
  [whether to enable rediskit],
  [AS_HELP_STRING([--enable-rediskit],
    [Enable rediskit: sessions, cache, locks and counters in Redis])])

PHP_ARG_WITH([rediskit-lz4],
  [whether rediskit can compress with lz4],
  [AS_HELP_STRING([--with-rediskit-lz4],
    [rediskit: build the lz4 compressor beside zstd])],
  [no], [no])

PHP_ARG_ENABLE([rediskit-dev],
  [whether to build rediskit with all warnings as errors],
  [AS_HELP_STRING([--enable-rediskit-dev],
    [rediskit: -Wall -Wextra -Werror, for those who change its sources])],
  [no], [no])

PHP_ARG_ENABLE([rediskit-coverage],
  [whether to build rediskit with coverage counters],
  [AS_HELP_STRING([--enable-rediskit-coverage],
    [rediskit: count executed lines (gcov)])],
  [no], [no])

if test "$PHP_REDISKIT" != "no"; then
  AC_MSG_CHECKING([for PHP 8.2 or later])
  rediskit_php_version_id=`$PHP_CONFIG --vernum`
  if test -z "$rediskit_php_version_id" || test "$rediskit_php_version_id" -lt 80200; then
    AC_MSG_ERROR([rediskit needs PHP 8.2 or later; this is `$PHP_CONFIG --version`])
  fi
  AC_MSG_RESULT([yes])

  PKG_CHECK_MODULES([REDISKIT_HIREDIS], [hiredis >= 0.14.1],,
    [AC_MSG_ERROR([hiredis 0.14.1 or later was not found: install libhiredis-dev (Debian, Ubuntu), hiredis-devel (Fedora) or hiredis-dev (Alpine)])])
  PKG_CHECK_MODULES([REDISKIT_ZSTD], [libzstd >= 1.4.0],,
    [AC_MSG_ERROR([libzstd was not found: install libzstd-dev (Debian, Ubuntu), libzstd-devel (Fedora) or zstd-dev (Alpine)])])
  PKG_CHECK_MODULES([REDISKIT_OPENSSL], [openssl >= 1.1.1],,
    [AC_MSG_ERROR([OpenSSL 1.1.1 or later was not found: install libssl-dev (Debian, Ubuntu), openssl-devel (Fedora) or openssl-dev (Alpine)])])

  PHP_EVAL_LIBLINE([$REDISKIT_HIREDIS_LIBS], [REDISKIT_SHARED_LIBADD])
  PHP_EVAL_LIBLINE([$REDISKIT_ZSTD_LIBS], [REDISKIT_SHARED_LIBADD])
  PHP_EVAL_LIBLINE([$REDISKIT_OPENSSL_LIBS], [REDISKIT_SHARED_LIBADD])
  dnl pthread_atfork lives outside libc before glibc 2.34.
  PHP_ADD_LIBRARY([pthread],, [REDISKIT_SHARED_LIBADD])
  PHP_EVAL_INCLINE([$REDISKIT_HIREDIS_CFLAGS])
  PHP_EVAL_INCLINE([$REDISKIT_ZSTD_CFLAGS])
  PHP_EVAL_INCLINE([$REDISKIT_OPENSSL_CFLAGS])

  dnl hiredis' .pc file points into its own folder on some systems and above it on others, so both forms are tried;
  dnl sources say #include RK_HIREDIS_HEADER. Members are probed, for its version macros do not tell.
  rediskit_save_CPPFLAGS=$CPPFLAGS
  CPPFLAGS="$CPPFLAGS $REDISKIT_HIREDIS_CFLAGS"
  rediskit_hiredis_header=
  AC_CHECK_HEADER([hiredis/hiredis.h], [rediskit_hiredis_header='<hiredis/hiredis.h>'],
    [AC_CHECK_HEADER([hiredis.h], [rediskit_hiredis_header='<hiredis.h>'])])
  if test -z "$rediskit_hiredis_header"; then
    AC_MSG_ERROR([pkg-config knows hiredis, but neither <hiredis/hiredis.h> nor <hiredis.h> compiles: see config.log])
  fi
  AC_DEFINE_UNQUOTED([RK_HIREDIS_HEADER], [$rediskit_hiredis_header], [How to include hiredis])
  rediskit_hiredis_version=`$PKG_CONFIG --modversion hiredis`
  AC_DEFINE_UNQUOTED([RK_HIREDIS_VERSION], ["$rediskit_hiredis_version"], [The version of hiredis it was built with])
  AC_CHECK_MEMBERS([redisReader.maxelements, redisReplyObjectFunctions.createDouble, redisReplyObjectFunctions.createBool],,,
    [[#include <stddef.h>
#include $rediskit_hiredis_header]])
  CPPFLAGS=$rediskit_save_CPPFLAGS

  rediskit_sources="
    src/cache.c
    src/cache_arguments.c
    src/cache_many.c
    src/cache_observe.c
    src/cache_options.c
    src/cache_refresh.c
    src/cache_remember.c
    src/cache_warm.c
    src/cache_write.c
    src/client.c
    src/client_options.c
    src/codec.c
    src/command.c
    src/counter.c
    src/enums.c
    src/exceptions.c
    src/health.c
    src/lock.c
    src/pipeline.c
    src/rediskit.c
    src/rk_build.c
    src/rk_builders.c
    src/rk_builders_stream.c
    src/rk_builders_zset.c
    src/rk_codec.c
    src/rk_codec_check.c
    src/rk_codec_compat.c
    src/rk_codec_decode.c
    src/rk_codec_dictionary.c
    src/rk_codec_encode.c
    src/rk_codec_mac.c
    src/rk_codec_session.c
    src/rk_commands.c
    src/rk_common.c
    src/rk_compress_lz4.c
    src/rk_compress_zstd.c
    src/rk_config.c
    src/rk_connection.c
    src/rk_dictionary.c
    src/rk_dsn.c
    src/rk_envelope.c
    src/rk_exchange.c
    src/rk_ext_session.c
    src/rk_flush.c
    src/rk_forget.c
    src/rk_handle.c
    src/rk_handle_config.c
    src/rk_handshake.c
    src/rk_ini.c
    src/rk_iterate.c
    src/rk_lock.c
    src/rk_lua.c
    src/rk_option.c
    src/rk_pool.c
    src/rk_queue.c
    src/rk_remember.c
    src/rk_remember_many.c
    src/rk_remember_wait.c
    src/rk_reply.c
    src/rk_request.c
    src/rk_scripts.c
    src/rk_serializer_igbinary.c
    src/rk_serializer_igbinary_scan.c
    src/rk_serializer_json.c
    src/rk_serializer_php.c
    src/rk_serializer_php_scan.c
    src/rk_session.c
    src/rk_session_beside.c
    src/rk_session_current.c
    src/rk_session_keys.c
    src/rk_session_meta.c
    src/rk_session_plain.c
    src/rk_session_settings.c
    src/rk_session_wire.c
    src/rk_sessions.c
    src/rk_shape.c
    src/rk_shape_nested.c
    src/rk_shape_text.c
    src/rk_socket.c
    src/rk_standalone.c
    src/rk_tagged.c
    src/rk_tags.c
    src/rk_tls.c
    src/rk_transport.c
    src/rk_ttl.c
    src/rk_values.c
    src/rk_values_many.c
    src/rk_wait.c
    src/scan.c
    src/session.c
    src/session_current.c
    src/session_handler.c
    src/sessions.c
    src/subscribe.c
    src/tagged_cache.c
    src/watch.c
  "

  if test "$PHP_REDISKIT_LZ4" != "no"; then
    PKG_CHECK_MODULES([REDISKIT_LZ4], [liblz4 >= 1.8.0],,
      [AC_MSG_ERROR([liblz4 was not found: install liblz4-dev (Debian, Ubuntu), lz4-devel (Fedora) or lz4-dev (Alpine), or leave --with-rediskit-lz4 away])])
    PHP_EVAL_LIBLINE([$REDISKIT_LZ4_LIBS], [REDISKIT_SHARED_LIBADD])
    PHP_EVAL_INCLINE([$REDISKIT_LZ4_CFLAGS])
    AC_DEFINE([HAVE_REDISKIT_LZ4], [1], [Whether values can be compressed with lz4])
  fi

  rediskit_cflags="-std=gnu11 -DZEND_ENABLE_STATIC_TSRMLS_CACHE=1"
  AX_CHECK_COMPILE_FLAG([-fvisibility=hidden], [rediskit_cflags="$rediskit_cflags -fvisibility=hidden"])
  if test "$PHP_REDISKIT_DEV" != "no"; then
    rediskit_cflags="$rediskit_cflags -Wall -Wextra -Werror"
    dnl Every PHP function has parameters it does not use.
    AX_CHECK_COMPILE_FLAG([-Wno-unused-parameter], [rediskit_cflags="$rediskit_cflags -Wno-unused-parameter"])
  fi
  if test "$PHP_REDISKIT_COVERAGE" != "no"; then
    rediskit_cflags="$rediskit_cflags -O0 -g --coverage -fprofile-update=atomic"
    LDFLAGS="$LDFLAGS --coverage"
  fi

  PHP_NEW_EXTENSION([rediskit], [$rediskit_sources], [$ext_shared],, [$rediskit_cflags])
  PHP_ADD_BUILD_DIR([$ext_builddir/src], [1])
  PHP_ADD_INCLUDE([$ext_srcdir])
  PHP_ADD_INCLUDE([$ext_srcdir/src])
  PHP_SUBST([REDISKIT_SHARED_LIBADD])
fi
