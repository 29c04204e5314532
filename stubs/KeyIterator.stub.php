<?php

/** @generate-class-entries */

namespace Rediskit;

/**
 * The keys of a server, page by page: what Client::scanKeys() returns. Rewinding starts anew.
 *
 * @strict-properties
 * @not-serializable
 */
final class KeyIterator implements \Iterator
{
    private function __construct() {}

    /** The key, whole, with any prefix. */
    public function current(): ?string {}

    /** Its number, from 0. */
    public function key(): int {}

    /**
     * The next key; one round trip where a page ends.
     *
     * @throws RediskitException when that fails.
     */
    public function next(): void {}

    public function valid(): bool {}

    /** Asks the server for the first page. */
    public function rewind(): void {}
}
