const { chmodSync, rmSync } = require('node:fs');
const path = require('node:path');

/** Removes what the evaluation runtime brings along for unpackaged apps, and makes the command executable. */
exports.default = async function afterPack({ appOutDir }) {
  rmSync(path.join(appOutDir, 'resources', 'app'), { recursive: true, force: true });
  rmSync(path.join(appOutDir, 'resources', 'default_app.asar'), { force: true });
  chmodSync(path.join(appOutDir, 'gatehouse'), 0o755);
};
