const weakeningSwitches: readonly string[] = [
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'no-sandbox',
  'disable-gpu-sandbox',
  'disable-setuid-sandbox',
  'single-process',
  'js-flags',
  'disable-web-security',
  'allow-file-access-from-files',
  'allow-running-insecure-content',
  'load-extension',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  'ignore-certificate-errors',
  'enable-logging',
  'log-net-log',
  'trace-startup',
  'unsafely-treat-insecure-origin-as-secure',
  'test-ports',
];

/**
 * The switches in a command line that weaken protection, by name. A release build refuses to start when there is one.
 * The command line tool shows no page, so it may run without Chromium's sandbox, as it must for root; what follows
 * `--cli` are the tool's own words.
 */
export function refusedSwitches(argv: readonly string[]): readonly string[] {
  const cliAt = argv.indexOf('--cli');
  const ours = cliAt < 0 ? argv : argv.slice(0, cliAt);
  const named = ours.filter((word) => word.startsWith('-')).map((word) => (word.replace(/^-+/, '').split('=')[0] ?? '').toLowerCase());
  return weakeningSwitches.filter((name) => named.includes(name) && !(cliAt >= 0 && name === 'no-sandbox'));
}
