import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, dialog } from 'electron';
import { windowText } from '../../src-shared/text/en/window.ts';
import { readCommandLine } from './command-line.ts';
import { logLine } from './log.ts';
import { pageSource } from './policy.ts';
import { registerScheme } from './protocol.ts';
import { guardAllContents } from './session.ts';
import { refusedSwitches } from './switches.ts';
import { createUnseenPrinter, servePrints } from './unseen-printer.ts';
import { runWorkstation } from './workstation.ts';

const built = dirname(fileURLToPath(import.meta.url));
const developmentBuild = !app.isPackaged;
const commandLine = readCommandLine(process.argv, developmentBuild ? app.getAppPath() : undefined);

/** Decides what this start is: a refused one, the command line, or the one window of this user. */
function begin(): void {
  const refused = app.isPackaged ? refusedSwitches(process.argv) : [];
  if (refused.length > 0) {
    const said = windowText['window.refusedSwitch'].replace('{switches}', refused.map((name) => `--${name}`).join(', '));
    logLine(said);
    // Works before `ready`: to a dialog where there is a display, to stderr where there is none.
    if (commandLine.cli === undefined) dialog.showErrorBox(app.name, said);
    app.exit(4);
    return;
  }
  const pages = pageSource(app.isPackaged, process.env['ELECTRON_RENDERER_URL']);
  if (commandLine.cli !== undefined || (commandLine.printHost && developmentBuild && process.send !== undefined)) {
    if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
    registerScheme();
    guardAllContents(pages);
    const toPdf = createUnseenPrinter({ pages, developmentBuild, renderer: join(built, '..', 'renderer') });
    if (commandLine.cli === undefined) servePrints(toPdf);
    else void runCommand(commandLine.cli, toPdf);
    return;
  }
  // Chromium cannot sandbox anything for root. Only an unpackaged app gets this far with the switch (a build machine's
  // container); every window still asks for its own sandbox.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerScheme();
  guardAllContents(pages);
  runWorkstation({
    commandLine,
    developmentBuild,
    pages,
    folders: {
      preload: join(built, '..', 'preload', 'preload.cjs'),
      renderer: join(built, '..', 'renderer'),
      workers: built,
      resources: join(app.getAppPath(), 'resources'),
    },
    machine: hostname(),
  });
}

async function runCommand(args: readonly string[], toPdf: ReturnType<typeof createUnseenPrinter>): Promise<void> {
  const { processIo, runCli } = await import('../cli/main.ts');
  const { host, ...io } = processIo();
  app.exit(await runCli(args, host === undefined ? io : { ...io, host: { ...host, printer: () => ({ toPdf, close: () => undefined }) } }));
}

begin();
