import { createApp } from '../../src-main/core/app.ts';
import { createSystemClock } from '../../src-main/core/rpc/host-clock.ts';
import { createFakePorts } from './ports.ts';

// Makes the demo workspace below a folder, with the product's own key derivation, and closes it: `make-demo.ts ROOT [NOW]`.
const [root = '', now] = process.argv.slice(2);
const app = createApp({
  ...createFakePorts({ root }),
  clock: createSystemClock(now === undefined ? undefined : { at: now, running: false }),
});
const reply = await app.dispatch('workspace.demo', { parent: null });
await app.close();
if (!reply.ok) throw new Error(`The demo was refused: ${JSON.stringify(reply.error)}`);
