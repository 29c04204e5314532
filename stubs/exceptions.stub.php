<?php

/** @generate-class-entries */

namespace Rediskit;

/** What every error of rediskit is: catch this for all of them. An open class, so that libraries can add their own. */
class RediskitException extends \RuntimeException
{
}

/**
 * The server can't be reached, or the connection ended. Nothing was carried out, or the command was one that may safely be
 * repeated (and was, as often as the `retries` setting says).
 * @strict-properties
 */
class ConnectionException extends RediskitException
{
}

/**
 * Connecting took longer than `timeout`, or a reply longer than `read_timeout` (seconds).
 * @strict-properties
 */
final class TimeoutException extends ConnectionException
{
}

/**
 * The server refused the user name or password, or wants one.
 * @strict-properties
 */
final class AuthenticationException extends ConnectionException
{
}

/**
 * The TLS handshake failed: certificate, host name or protocol version.
 * @strict-properties
 */
final class TlsException extends ConnectionException
{
}

/**
 * All connections the pool may hold (`rediskit.pool_size`) are in use.
 * @strict-properties
 */
final class PoolExhaustedException extends ConnectionException
{
}

/**
 * A command was sent, no whole reply arrived, and it is not one that may be repeated: it was carried out or it was not. Look at the
 * data before repeating it.
 * @strict-properties
 */
final class OutcomeUnknownException extends RediskitException
{
}

/**
 * The server answered with an error. The message has the server's own text in it, and what to do where that is known.
 * @strict-properties
 */
class CommandException extends RediskitException
{
    private string $prefix = "";

    private string $command = "";

    /** The first word of the server's error, such as "WRONGTYPE", or "ERR". */
    public function getPrefix(): string {}

    /** The command that was refused, such as "GET"; empty where it is not known. */
    public function getCommand(): string {}
}

/**
 * WRONGTYPE: the key holds another type than the command is for.
 * @strict-properties
 */
final class WrongTypeException extends CommandException
{
}

/**
 * READONLY: the server is a replica, or became one.
 * @strict-properties
 */
final class ReadOnlyException extends CommandException
{
}

/**
 * OOM: the server's memory limit is reached and it may not evict.
 * @strict-properties
 */
final class OutOfMemoryException extends CommandException
{
}

/**
 * NOSCRIPT: the server does not know the script with this hash.
 * @strict-properties
 */
final class NoScriptException extends CommandException
{
}

/**
 * BUSY: a script or function has been running too long.
 * @strict-properties
 */
final class BusyException extends CommandException
{
}

/**
 * LOADING: the server is reading its data from disk.
 * @strict-properties
 */
final class LoadingException extends CommandException
{
}

/**
 * TRYAGAIN: the keys are being moved between cluster nodes.
 * @strict-properties
 */
final class TryAgainException extends CommandException
{
}

/**
 * CLUSTERDOWN or MASTERDOWN: nobody serves this key at the moment.
 * @strict-properties
 */
final class ClusterDownException extends CommandException
{
}

/**
 * NOPERM: the ACL does not allow this command, key or channel.
 * @strict-properties
 */
final class NoPermissionException extends CommandException
{
}

/**
 * CROSSSLOT: the keys do not live in the same cluster slot.
 * @strict-properties
 */
final class CrossSlotException extends CommandException
{
}

/**
 * EXECABORT: the transaction was discarded because one of its commands was refused while it was queued.
 * @strict-properties
 */
final class ExecAbortedException extends CommandException
{
}

/**
 * MISCONF: the server refuses writes because it cannot save to disk.
 * @strict-properties
 */
final class MisconfiguredException extends CommandException
{
}

/**
 * NOREPLICAS: fewer replicas are connected than the server requires for a write.
 * @strict-properties
 */
final class NoReplicasException extends CommandException
{
}

/**
 * BUSYKEY, BUSYGROUP: the key or consumer group exists already.
 * @strict-properties
 */
final class AlreadyExistsException extends CommandException
{
}

/**
 * NOGROUP: the stream or its consumer group does not exist.
 * @strict-properties
 */
final class NoGroupException extends CommandException
{
}

/**
 * A value can't be encoded or decoded: corrupt, truncated, larger than `max_value_size`, of a class or serializer that is not
 * allowed, or not signed.
 * @strict-properties
 */
final class CodecException extends RediskitException
{
}

/**
 * Something about a lock.
 * @strict-properties
 */
class LockException extends RediskitException
{
}

/**
 * The lock was not to be had within the time.
 * @strict-properties
 */
final class LockTimeoutException extends LockException
{
}

/**
 * The lock was lost while it was needed: its TTL ran out, or somebody released it by force.
 * @strict-properties
 */
final class LockLostException extends LockException
{
}

/**
 * A setting is wrong: the message names it and what it may be.
 * @strict-properties
 */
final class ConfigException extends RediskitException
{
}
