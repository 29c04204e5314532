/*
 * shop.js   reads a product that PHP cached and leaves a rating; see shop.php
 *
 *     REDIS_URL=redis://127.0.0.1:6379 node examples/interop/shop.js
 *
 * Debian's node-redis is found by Debian's node; another node finds it with NODE_PATH=/usr/share/nodejs.
 */

const { createClient } = require('redis');

const PREFIX = 'shop:';

async function main() {
    const server = createClient({ url: process.env.REDIS_URL ?? 'redis://127.0.0.1:6379' });
    await server.connect();

    // A key that is missing is null, and so is a null that was cached.
    const get = async (key) => JSON.parse(await server.get(PREFIX + key));
    const put = (key, value, seconds) => server.set(PREFIX + key, JSON.stringify(value), { EX: seconds });

    try {
        const product = await get('product:7');
        if (product === null) {
            throw new Error('There is no product: run shop.php first.');
        }
        const views = await server.incr(PREFIX + 'views:7');
        console.log(`Node: ${product.name} costs ${product.price.toFixed(2)}, view number ${views}`);
        await put('rating:7:node', { by: 'Node', stars: 5, text: `${product.tags.join(', ')} ☕` }, 3600);
    } finally {
        await server.quit();
    }
}

main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
});
