# valkey.sh: the platform debian13 with Valkey in the place of Redis.

. "$root/bin/platforms/debian13.sh"
platform=debian13
# What the tests start as redis-server and redis-cli is Valkey's there.
export platform_path=/opt/valkey:
