import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { createApp } from '../core/app.ts';
import type { HostPorts } from '../core/ports.ts';
import { createIds, createSystemClock } from '../core/rpc/host-clock.ts';
import { createPortCaller } from '../core/rpc/port-caller.ts';
import type { CoreStartup, FromCore, ToCore } from '../core/rpc/wire.ts';

const port = parentPort;
if (port === null) throw new Error('The core runs as a worker thread');
const send = (message: FromCore) => port.postMessage(message);

const startup = workerData as CoreStartup;
const { paths } = startup;
const caller = createPortCaller(send);
const host: HostPorts = {
  ...caller.ports,
  clock: createSystemClock(startup.test?.now === undefined ? undefined : { at: startup.test.now, running: startup.test.running === true }),
  ids: createIds(),
  paths: {
    resources: paths.resources,
    userData: paths.userData,
    temp: paths.temp,
    logs: paths.logs,
    documents: paths.documents,
    worker: (name) => join(paths.workers, `${name}${paths.workerExtension}`),
  },
  app: startup.app,
};

const app = createApp(host);
app.subscribe((event) => send({ type: 'event', event }));

port.on('message', (message: ToCore) => {
  switch (message.type) {
    case 'call':
      void app.dispatch(message.method, message.payload).then((reply) => send({ type: 'reply', id: message.id, reply }));
      return;
    case 'signal':
      app.signal(message.signal);
      return;
    case 'portReply':
      caller.settle(message.id, message.outcome);
      return;
    case 'close':
      void app.close().finally(() => send({ type: 'closed' }));
      return;
  }
});

if (startup.openFolder !== undefined) app.signal({ type: 'folderOffered', path: startup.openFolder });
send({ type: 'ready' });
