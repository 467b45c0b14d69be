import { contextBridge, ipcRenderer, webUtils } from 'electron';

// The only bridge between a page and the rest. It is kept this small so that it can be read whole in a review.
// The channel's name stands in policy.ts too; a sandboxed preload cannot import it.
const channel = 'gatehouse';

contextBridge.exposeInMainWorld('host', {
  call: (method: unknown, input: unknown) => ipcRenderer.invoke(channel, 'call', method, input),
  on: (listener: (event: unknown) => void) => {
    const relay = (_: unknown, event: unknown): void => listener(event);
    ipcRenderer.on(channel, relay);
    return () => void ipcRenderer.off(channel, relay);
  },
});

// A page never learns a dropped file's path: it goes to the shell, which answers with a handle as an event.
const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
window.addEventListener('dragover', (event) => carriesFiles(event) && event.preventDefault(), true);
window.addEventListener(
  'drop',
  (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    const paths = [...(event.dataTransfer?.files ?? [])].map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '');
    if (event.isTrusted && paths.length > 0) void ipcRenderer.invoke(channel, 'drop', paths);
  },
  true,
);
