<?php

/** @generate-class-entries */

namespace Rediskit;

/**
 * How values that are not plain text become bytes. The value of a case is its name in options and in php.ini
 * (rediskit.serializer).
 *
 * Every stored value says itself how it was made, so changing the serializer never makes old values unreadable (Json
 * excepted, see there).
 */
enum Serializer: string
{
    /** igbinary when its extension is loaded, else PHP's own. */
    case Auto = 'auto';

    /** PHP's serialize(): every PHP value, always available. */
    case Php = 'php';

    /** The igbinary extension: every PHP value, smaller and faster than Php. */
    case Igbinary = 'igbinary';

    /**
     * JSON text, for programs in other languages. Strings are JSON too ("quoted"), there is no envelope around them
     * unless a value is compressed or signed, and stored text that is not JSON comes back as a string. Objects come
     * back as arrays.
     */
    case Json = 'json';

    /** Scalars as text, arrays and objects refused. What is read is always a string. */
    case None = 'none';
}

/**
 * How long values are made shorter. The value of a case is its name in options and in php.ini
 * (rediskit.compression).
 *
 * A value is stored compressed only when that makes it shorter, and says so itself.
 */
enum Compression: string
{
    case None = 'none';

    /** Zstandard, levels 1 to 22 (and negative ones, faster and larger); 3 is the default. */
    case Zstd = 'zstd';

    /** LZ4, where rediskit was built with it: less dense, less work. Levels 3 to 12 use its slower, denser variant. */
    case Lz4 = 'lz4';
}
