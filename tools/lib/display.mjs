import { spawn } from 'node:child_process';
import { ensureDebianPackages } from './debian.mjs';
import { SetupError } from './log.mjs';

export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

function startXvfb() {
  return new Promise((resolve, reject) => {
    // The server picks a free number and writes it to descriptor 3, so two runs never clash.
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    server.once('error', (error) =>
      reject(new SetupError(`The virtual display did not start: ${error.message}`, 'install the package xvfb and try again.')),
    );
    server.once('exit', (code) =>
      reject(new SetupError(`The virtual display ended with code ${code}.`, 'check that /tmp/.X11-unix can be written, then try again.')),
    );
    let text = '';
    server.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve({ server, display: `:${text.trim()}` });
    });
  });
}

/** Runs `body(env)` with a display: the one there is, else a virtual one that ends with it. */
export async function withDisplay(body) {
  if (hasDisplay()) return body({});
  ensureDebianPackages(['display']);
  const { server, display } = await startXvfb();
  server.removeAllListeners('exit');
  const stop = () => server.kill();
  process.once('exit', stop);
  try {
    return await body({ DISPLAY: display });
  } finally {
    process.removeListener('exit', stop);
    stop();
  }
}
