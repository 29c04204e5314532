<?php

/** @generate-class-entries */

namespace Rediskit;

/**
 * An integer in Redis that many processes change at once, with an optional floor and ceiling that no change crosses.
 *
 *     $stock = new Rediskit\Counter($redis, "stock:$product", floor: 0);
 *     if ($stock->decrement($quantity) === null) {
 *         throw new SoldOut();
 *     }
 *
 * Every operation is one round trip. A counter that does not exist reads 0. It is stored as a plain integer at prefix + name, exact over all
 * 64 bits, so GET and INCR of other programs work on it too; they do not know the bounds.
 *
 * @strict-properties
 * @not-serializable
 */
final class Counter
{
    /**
     * Describes a counter; talks to nobody yet.
     *
     * @param Client|string|array|null $client a Client, whose servers and prefix are used, or what Client's constructor takes
     * @param string $name the key, without the prefix
     * @param int|null $floor lowest value decrement() goes to; null: none
     * @param int|null $ceiling highest value increment() goes to; null: none
     * @param int|float|null $ttl seconds, from 0.001, that a counter lives after it came into being by increment(), decrement() or set(). Later
     *     changes do not prolong it. null: for ever
     * @throws ConfigException when $client is neither a valid DSN nor valid options
     */
    public function __construct(
        #[\SensitiveParameter] Client|string|array|null $client,
        string $name,
        ?int $floor = null,
        ?int $ceiling = null,
        int|float|null $ttl = null
    ) {
    }

    /**
     * The value; 0 when there is none.
     *
     * @throws WrongTypeException the key holds a list, hash, set…
     * @throws CommandException the key holds something that is not a 64-bit integer
     * @throws ConnectionException
     */
    public function get(): int
    {
    }

    /**
     * Sets the value. The time to live begins anew.
     *
     * @param int $value between the floor and the ceiling
     * @throws \ValueError for one that is not
     * @throws ConnectionException
     */
    public function set(int $value): void
    {
    }

    /**
     * Adds, unless the sum would be above the ceiling. (The floor is not looked at: a counter below it may climb.)
     *
     * @param int $by 1 or more
     * @return int|null the new value; null: it would cross the ceiling, nothing changed
     * @throws CommandException the key holds something that is not a 64-bit integer, or the sum would not be one; nothing changed
     * @throws OutcomeUnknownException the server did not answer; it may or may not have added. Never repeated by itself.
     * @throws ConnectionException
     */
    public function increment(int $by = 1): ?int
    {
    }

    /**
     * Subtracts, unless the difference would be below the floor. (The ceiling is not looked at: a counter above it may sink.)
     *
     * @param int $by 1 or more
     * @return int|null the new value; null: it would cross the floor, nothing changed
     * @throws CommandException the key holds something that is not a 64-bit integer, or the difference would not be one; nothing changed
     * @throws OutcomeUnknownException the server did not answer; it may or may not have subtracted. Never repeated by itself.
     * @throws ConnectionException
     */
    public function decrement(int $by = 1): ?int
    {
    }

    /**
     * Seconds the counter has left.
     *
     * @return float|null null: it lives for ever, or does not exist
     * @throws ConnectionException
     */
    public function ttl(): ?float
    {
    }

    /**
     * Removes the counter: it reads 0 again, and its time to live begins with the next change.
     *
     * @return bool false: there was none
     * @throws ConnectionException
     */
    public function reset(): bool
    {
    }
}
