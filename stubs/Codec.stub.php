<?php

/** @generate-class-entries */

namespace Rediskit;

/**
 * Turns PHP values into the bytes rediskit stores, and back. No server is involved.
 *
 * Client and Cache do this by themselves; a Codec is for values that travel another way (a script's arguments, a
 * file, a queue of your own), for tests, and to look at what is stored. docs/values.md describes the bytes.
 *
 * Integers and ordinary strings are stored as the text they are. Strings that would come back as something else
 * ('123', or what begins with byte 0xFF), floats, booleans, null, arrays and objects are stored in an envelope that
 * says which serializer and compression made it: a Codec reads what any other wrote, whatever its own settings are.
 *
 * @strict-properties
 * @not-serializable
 */
final class Codec
{
    /**
     * What is null falls back to the setting of the same name in php.ini (rediskit.serializer and so on).
     *
     * @param Serializer|string|null $serializer the enum or its value: 'auto', 'php', 'igbinary', 'json', 'none'
     * @param Compression|string|null $compression the enum or its value: 'none', 'zstd', 'lz4'
     * @param int|null $compression_level zstd: -100 to 22, lz4: 0 to 12; 0 means the compressor's default, and so does null with
     *     lz4, for php.ini's level is zstd's
     * @param int|null $compression_threshold values shorter than so many bytes are not compressed (php.ini: 1024)
     * @param int|null $max_value_size bytes a value may have before compression (php.ini: 64M); larger ones are
     *     neither written nor read
     * @param array|string|null $allowed_classes classes whose objects may be written and read: a list of names, '*'
     *     for all, [] for none
     * @param bool|null $compat also read what phpredis and Laravel stored without rediskit (serialized text,
     *     igbinary, zstd, phpredis' lz4)
     * @param string|null $mac_key at least 16 random bytes. Every value is then signed (HMAC-SHA-256 over the value
     *     and the name of its key), and what is not signed with this key is refused before anything is unserialized.
     *     Excludes compat
     * @param array|string|null $dictionary what train() made: the bytes of a zstd dictionary, or a list of up to 16
     *     such. The first is what values are compressed with, and all are what they can be read with: put a new
     *     dictionary in front and leave the old ones there for as long as values need them. The first may be null:
     *     then none writes. A dictionary makes zstd the compression unless another is given, and 64 bytes the
     *     threshold. See docs/values.md
     *
     * @throws ConfigException an unknown or unavailable serializer or compression, a level out of range, a short
     *     mac_key, mac_key with compat, a dictionary that is none, has no id, is larger than 1 MB or is given twice,
     *     or one that should write with another compression than zstd
     */
    public function __construct(
        Serializer|string|null $serializer = null,
        Compression|string|null $compression = null,
        ?int $compression_level = null,
        ?int $compression_threshold = null,
        ?int $max_value_size = null,
        array|string|null $allowed_classes = null,
        ?bool $compat = null,
        #[\SensitiveParameter]
        ?string $mac_key = null,
        array|string|null $dictionary = null,
    ) {}

    /**
     * The bytes to store for a value.
     *
     * Exceptions thrown by the value's own __serialize(), __sleep() or jsonSerialize() pass through.
     *
     * @param mixed $value anything but resources, closures and other objects PHP cannot serialize; nested at most
     *     512 levels
     * @param string $key the full name of the key it will be stored at; part of the signature when there is a
     *     mac_key, otherwise without meaning
     *
     * @throws CodecException the value cannot be stored with these settings; the message says why and which option
     *     to change
     */
    public function encode(mixed $value, string $key = ''): string {}

    /**
     * The value of stored bytes.
     *
     * Exceptions thrown by the value's own __unserialize() or __wakeup() pass through.
     *
     * @param string $stored what encode() or any rediskit class made, or any text
     * @param string $key the full name of the key it was stored at, as for encode()
     *
     * @throws CodecException the bytes are corrupt, too large, nested too deep, of a class that is not allowed, not
     *     signed with this key, or need a serializer, a compression or a dictionary that is not available
     */
    public function decode(string $stored, string $key = ''): mixed {}

    /**
     * A zstd dictionary of what samples have in common, for the option dictionary of Codec, Cache and Client: small
     * values of the same kind become several times smaller with it.
     *
     * Takes a second or so, once, in a script of its own. Keep the result where every process that reads the values
     * gets it, such as a file deployed with the application: without it they cannot be read. The first 16 MB of
     * samples are used, and no more are asked for. Exceptions of the iterator and of a sample's own __serialize() pass
     * through. Uses libzstd's ZDICT_trainFromBuffer().
     *
     * @param \Traversable|array $samples values as they will be stored, serialized as $codec does it (strings are taken as they
     *     are, except by json); at least 10, better some thousand, about 100 times $size in all
     * @param int $size most bytes the dictionary may have, 1024 to 1048576
     * @param Codec|null $codec whose serializer to use; null: new Codec()
     *
     * @throws CodecException too few samples, one that cannot be serialized, or too little memory
     */
    public static function train(\Traversable|array $samples, int $size = 65536, ?Codec $codec = null): string {}
}
