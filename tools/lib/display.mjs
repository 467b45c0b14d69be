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

/**
 * Runs `body(env)` with a display: the one there is, else virtual ones that end with it. `GATEHOUSE_DISPLAYS` names all `count` of them,
 * for programs that show several windows at once, of which each wants the keyboard.
 */
export async function withDisplay(body, count = 1) {
  if (hasDisplay()) return body({});
  ensureDebianPackages(['display']);
  const started = await Promise.all(Array.from({ length: count }, startXvfb));
  for (const { server } of started) server.removeAllListeners('exit');
  const stop = () => {
    for (const { server } of started) server.kill();
  };
  process.once('exit', stop);
  try {
    const displays = started.map((each) => each.display);
    return await body({ DISPLAY: displays[0], GATEHOUSE_DISPLAYS: displays.join(' ') });
  } finally {
    process.removeListener('exit', stop);
    stop();
  }
}
