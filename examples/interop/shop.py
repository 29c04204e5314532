"""shop.py [forget KEY]: reads a product that PHP cached and leaves a rating; see shop.php.

    REDIS_URL=redis://127.0.0.1:6379 python3 examples/interop/shop.py
    REDIS_URL=redis://127.0.0.1:6379 python3 examples/interop/shop.py forget product:7
"""

import json
import os
import sys

import redis

PREFIX = "shop:"
server = redis.Redis.from_url(os.environ.get("REDIS_URL", "redis://127.0.0.1:6379"), decode_responses=True)


def get(key):
    """The value, None when there is none (or null was cached)."""
    text = server.get(PREFIX + key)
    return None if text is None else json.loads(text)


def put(key, value, seconds):
    """PHP's remember() takes it as it is, and a computation that is going on there does not overwrite it."""
    server.set(PREFIX + key, json.dumps(value, ensure_ascii=False, allow_nan=False), ex=seconds)


def forget(key):
    """Removes a value, and makes remember() throw away what it is just computing from data that are old by now.

    For values that PHP does not compute with remember(), a DEL of the key is enough.
    """
    key = PREFIX + key
    beside = key if "{" in key else "{" + key + "}"  # the same slot in a cluster
    pipe = server.pipeline(transaction=False)
    pipe.delete(beside + ":lease")  # first: from then on that computation is void
    pipe.delete(key)
    pipe.xadd(beside + ":ev", {"r": 1}, maxlen=1, approximate=False)  # wakes those who wait for it
    pipe.pexpire(beside + ":ev", 5000)
    pipe.execute()


if sys.argv[1:2] == ["forget"]:
    forget(sys.argv[2])
    sys.exit()

product = get("product:7")
if product is None:
    sys.exit("There is no product: run shop.php first.")
print(f"Python: {product['name']} costs {product['price']:.2f}, view number {server.incr(PREFIX + 'views:7')}")
put("rating:7:python", {"by": "Python", "stars": 4.5, "text": "für Tee ☕"}, 3600)
